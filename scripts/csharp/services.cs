// What jsii's runtime for .NET asks of Microsoft.Extensions, which lie in no registry that everybody reaches: a container
// of services that makes each once, and a log of warnings and errors.
using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.Logging
{
    public interface ILogger { }

    public interface ILoggingBuilder { }

    public interface ILoggerFactory
    {
        ILogger CreateLogger(string name);
    }

    public class LoggerFactory : ILoggerFactory
    {
        public ILogger CreateLogger(string name) => new StandardError();
    }

    class StandardError : ILogger { }

    public static class LoggerExtensions
    {
        public static ILogger CreateLogger<T>(this ILoggerFactory factory) => factory.CreateLogger(typeof(T).Name);
        public static ILoggingBuilder AddConsole(this ILoggingBuilder builder) => builder;
        public static void LogTrace(this ILogger logger, string text) { }
        public static void LogDebug(this ILogger logger, string text) { }
        public static void LogWarning(this ILogger logger, string text) => Console.Error.WriteLine(text);
        public static void LogError(this ILogger logger, Exception error, string text) => Console.Error.WriteLine(text);
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IServiceCollection
    {
        Dictionary<Type, Func<IServiceProvider, object>> Makers { get; }
    }

    public class ServiceCollection : IServiceCollection
    {
        public Dictionary<Type, Func<IServiceProvider, object>> Makers { get; } = new();
    }

    public class ServiceProvider : IServiceProvider
    {
        private readonly Dictionary<Type, Func<IServiceProvider, object>> makers;
        private readonly Dictionary<Type, object> made = new();

        public ServiceProvider(IServiceCollection services) => makers = services.Makers;

        public object GetService(Type type)
        {
            if (type == typeof(IServiceProvider)) return this;
            if (!made.ContainsKey(type)) made[type] = makers[type](this);
            return made[type];
        }
    }

    public static class ServiceExtensions
    {
        public static void AddLogging(this IServiceCollection services, Action<ILoggingBuilder> configure) =>
            services.AddSingleton<ILoggerFactory>(new LoggerFactory());

        public static void AddSingleton<T>(this IServiceCollection services, T service) where T : class =>
            services.Makers[typeof(T)] = _ => service;

        public static void AddSingleton<T, Implementation>(this IServiceCollection services) where Implementation : T =>
            services.Makers[typeof(T)] = provider =>
            {
                var constructor = typeof(Implementation).GetConstructors().OrderBy(each => each.GetParameters().Length).Last();
                var needed = constructor.GetParameters().Select(each => provider.GetService(each.ParameterType));
                return constructor.Invoke(needed.ToArray());
            };

        public static void AddTransient<T, Implementation>(this IServiceCollection services) where Implementation : T =>
            services.AddSingleton<T, Implementation>();

        public static ServiceProvider BuildServiceProvider(this IServiceCollection services) => new(services);

        public static T GetRequiredService<T>(this IServiceProvider provider) => (T)provider.GetService(typeof(T))!;
    }
}

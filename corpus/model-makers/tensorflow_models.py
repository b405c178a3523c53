"""Writes a small network of Keras in the ways in which people save one."""
import os
import sys

import tensorflow

folder = sys.argv[1]
layers = tensorflow.keras.layers
network = tensorflow.keras.Sequential([layers.Input((8, 8, 3)), layers.Conv2D(2, 3), layers.Flatten(), layers.Dense(2)])


def path(name):
    return os.path.join(folder, name)


network.save(path("model.h5"))
network.save(path("model.keras"))
network.save_weights(path("model.weights.h5"))
network.export(path("saved"))
with open(path("model.tflite"), "wb") as file:
    file.write(tensorflow.lite.TFLiteConverter.from_saved_model(path("saved")).convert())

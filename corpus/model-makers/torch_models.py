"""Writes a small network of PyTorch in the ways in which people save one."""
import os
import sys

import torch

folder = sys.argv[1]
network = torch.nn.Sequential(torch.nn.Linear(4, 3), torch.nn.ReLU(), torch.nn.Linear(3, 2)).eval()
example = torch.zeros(1, 4)


def path(name):
    return os.path.join(folder, name)


torch.jit.save(torch.jit.trace(network, example), path("traced.pt"))
torch.save(network.state_dict(), path("state_dict.pth"))
torch.export.save(torch.export.export(network, (example,)), path("exported.pt2"))

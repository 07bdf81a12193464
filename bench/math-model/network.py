"""
Second step of training the tagger of stripped formulas: learns its network from the arrays that `prepare.ts` wrote.

    python3 network.py ARRAYS OUT NAME SEED SECONDS

Needs PyTorch and, to be done in minutes, a GPU. Writes OUT/NAME.json, the weights in eight bits as `network.ts` reads
them, and prints the loss on the part `thresholds` before and after rounding. Runs are not bit-reproducible: the learning
rate follows the clock, and a GPU adds in no fixed order.
"""

import base64
import json
import math
import os
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

arrays, out, name = sys.argv[1:4]
seed, seconds = int(sys.argv[4]), float(sys.argv[5])
HIDDEN = 64
EMBED = 64
BATCH = 20_000  # tokens
LEARNING_RATE = 3e-3
OUTPUTS = 8
NEVER = -50.0
meta = json.load(open(f'{arrays}/meta.json'))
device = 'cuda' if torch.cuda.is_available() else 'cpu'
torch.manual_seed(seed)
torch.backends.cuda.matmul.allow_tf32 = True
torch.backends.cudnn.allow_tf32 = True


def load(part, name, kind):
    return np.fromfile(f'{arrays}/{part}.{name}.{kind}', dtype={'u8': np.uint8, 'i32': np.int32}[kind])


# Parts of each kind of token, in rows of equal length; the last row of the table stays zero.
PAD = meta['parts']
type_words = torch.from_numpy(load('kinds', 'typeWords', 'i32')).long().to(device)
_parts, _from = load('kinds', 'typeParts', 'i32'), load('kinds', 'typePartsFrom', 'i32')
_length = np.diff(_from)
_table = np.full((len(_length), max(1, _length.max())), PAD, np.int64)
for column in range(_table.shape[1]):
    rows = np.nonzero(_length > column)[0]
    _table[rows, column] = _parts[_from[rows] + column]
type_parts = torch.from_numpy(_table).to(device)
type_counts = torch.from_numpy(np.maximum(1, _length)).float().to(device)


class Part:
    """The abstracts of a part."""

    def __init__(self, part):
        self.types = torch.from_numpy(load(part, 'types', 'i32')).to(device)
        self.traits = torch.from_numpy(load(part, 'traits', 'u8')).view(-1, meta['traits']).to(device)
        self.flags = torch.from_numpy(load(part, 'flags', 'u8')).to(device)
        ends = load(part, 'from', 'i32')
        self.start, self.length = ends[:-1].astype(np.int64), np.diff(ends)
        areas = load(part, 'areas', 'u8')
        # plain, cs, math, physics, stat; recent ones with formulas count more.
        area, recent = areas & 7, areas & 8 > 0
        weight = np.array([1.5, 2, 0.8, 0.8, 2], np.float32)[area]
        self.weight = weight * np.where((area > 0) & recent, 2, 1).astype(np.float32)
        self.areas = areas

    def batch(self, ids):
        length = torch.from_numpy(self.length[ids]).to(device)
        at = torch.arange(int(length.max()), device=device)[None]
        there = at < length[:, None]
        index = (torch.from_numpy(self.start[ids]).to(device)[:, None] + at).clamp(max=len(self.types) - 1)
        return self.types[index], self.traits[index].long(), self.flags[index].long(), there, length


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(meta['words'], EMBED)
        self.parts = nn.Embedding(meta['parts'] + 1, EMBED, padding_idx=PAD)
        self.traits = nn.Embedding(meta['traitRows'], EMBED)
        for table in (self.words, self.parts, self.traits):
            nn.init.normal_(table.weight, std=0.3)
        with torch.no_grad():
            self.parts.weight[PAD] = 0
        self.drop = nn.Dropout(0.2)
        self.first = nn.GRU(EMBED, HIDDEN, batch_first=True, bidirectional=True)
        self.second = nn.GRU(2 * HIDDEN, HIDDEN, batch_first=True, bidirectional=True)
        self.inner = nn.Linear(2 * HIDDEN, 64)
        self.last = nn.Linear(64, OUTPUTS)

    def forward(self, types, traits, there, length):
        kinds, back = torch.unique(types, return_inverse=True)
        words = type_words[kinds]
        if self.training:
            # Some words are hidden, so that their parts learn to speak for them.
            words = torch.where(torch.rand_like(words, dtype=torch.float) < 0.1, 0, words)
        parts = self.parts(type_parts[kinds]).sum(1) / type_counts[kinds][:, None]
        x = (self.words(words) + parts)[back] + self.traits(traits).sum(2)
        x = self.drop(x) * there[..., None]
        pack = nn.utils.rnn.pack_padded_sequence
        x = pack(x, length.cpu(), batch_first=True, enforce_sorted=False)
        x, _ = self.first(x)
        x = nn.utils.rnn.PackedSequence(self.drop(x.data), x.batch_sizes, x.sorted_indices, x.unsorted_indices)
        x, _ = self.second(x)
        x, _ = nn.utils.rnn.pad_packed_sequence(x, batch_first=True, total_length=there.shape[1])
        return self.last(F.relu(self.inner(self.drop(x))))


def step(scores, bars, gold_before, gold):
    """Matrices of a step from tag to tag, and what the right step scores. Bars that contradict the truth do not hold."""
    single = torch.where((bars == 1) & (gold == 0), NEVER, scores[..., 0])
    on = torch.where((bars == 2) & ~((gold == 1) & (gold_before == 1)), NEVER, scores[..., 3])
    zero = torch.zeros_like(single)
    matrix = torch.stack([zero, single + scores[..., 1], scores[..., 2], single + on], -1).view(*single.shape, 2, 2)
    right = matrix.flatten(-2).gather(-1, (2 * gold_before + gold)[..., None])[..., 0]
    return matrix, right


def compose(a, b):
    return torch.logsumexp(a[..., :, :, None] + b[..., None, :, :], dim=-2)


def losses(scores, flags, there):
    """For each abstract the negative logarithm of the probability of its tags."""
    gold, blank_gold = (flags & 1) * there, (flags >> 1 & 1) * there
    blank = (flags >> 6 & 1 == 1) & there
    before = F.pad(gold, (1, 0))[:, :-1]
    over_blank, right_blank = step(scores[..., 4:], flags >> 4 & 3, before, blank_gold)
    over, right = step(scores[..., :4], flags >> 2 & 3, torch.where(blank, blank_gold, before), gold)
    nothing = torch.tensor([[0.0, -1e4], [-1e4, 0.0]], device=scores.device)
    over_blank = torch.where(blank[..., None, None], over_blank, nothing)
    chain = compose(over_blank, torch.where(there[..., None, None], over, nothing))
    size = 1 << (chain.shape[1] - 1).bit_length()
    if size > chain.shape[1]:
        chain = torch.cat([chain, nothing.expand(chain.shape[0], size - chain.shape[1], 2, 2)], 1)
    while chain.shape[1] > 1:
        chain = compose(chain[:, ::2], chain[:, 1::2])
    total = torch.logsumexp(chain[:, 0, 0], -1)
    return total - (right * there).sum(1) - (right_blank * blank).sum(1)


def judged(network, part):
    """Loss on a part, by area."""
    network.eval()
    sums = {}
    order = np.argsort(part.length, kind='stable')
    with torch.no_grad():
        for first in range(0, len(order), 64):
            ids = order[first : first + 64]
            types, traits, flags, there, length = part.batch(ids)
            loss = losses(network(types, traits, there, length).float(), flags, there)
            for i, value in zip(ids, loss.tolist()):
                for key in ('all', int(part.areas[i])):
                    known = sums.setdefault(key, [0.0, 0])
                    known[0] += value
                    known[1] += 1
    network.train()
    return ' '.join(f'{key}: {total / count:.4f}' for key, (total, count) in sorted(sums.items(), key=str))


train, check = Part('tagger'), Part('thresholds')
network = Network().to(device)
mean = {key: value.detach().clone() for key, value in network.state_dict().items()}
optimiser = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, betas=(0.9, 0.98), weight_decay=0.02)
random = np.random.default_rng(seed)
began, steps, epochs = time.time(), 0, 0
count = sum(p.numel() for p in network.parameters())
print(name, 'torch', torch.__version__, 'numpy', np.__version__, 'seed', seed, 'parameters', count, flush=True)


def batches():
    order = random.permutation(len(train.length))
    made = []
    for first in range(0, len(order), 8000):
        pool = order[first : first + 8000]
        pool = pool[np.argsort(train.length[pool] + random.integers(0, 20, len(pool)), kind='stable')]
        own, longest = [], 0
        for i in pool:
            longest = max(longest, train.length[i])
            if own and longest * (len(own) + 1) > BATCH:
                made.append(np.array(own))
                own, longest = [], train.length[i]
            own.append(i)
        made.append(np.array(own))
    return [made[i] for i in random.permutation(len(made))]


done = False
while not done:
    epochs += 1
    for ids in batches():
        part = (time.time() - began) / seconds
        if part >= 1:
            done = True
            break
        for group in optimiser.param_groups:
            group['lr'] = LEARNING_RATE * min(1, (steps + 1) / 200) * (0.01 + 0.99 * (0.5 + 0.5 * math.cos(math.pi * part)))
        types, traits, flags, there, length = train.batch(ids)
        weight = torch.from_numpy(train.weight[ids]).to(device)
        scores = network(types, traits, there, length).float()
        loss = (losses(scores, flags, there) * weight).sum() / (weight * length).sum() * 100
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        steps += 1
        if steps % 4 == 0:
            keep = min(0.998, (1 + steps) / (10 + steps)) ** 4
            with torch.no_grad():
                for key, value in network.state_dict().items():
                    mean[key].lerp_(value, 1 - keep)
        if steps % 500 == 0:
            print(name, steps, 'steps', epochs, 'epochs', round(time.time() - began), 's', round(loss.item(), 3), flush=True)

network.load_state_dict(mean)
print(name, steps, 'steps', epochs, 'epochs; thresholds:', judged(network, check), flush=True)

# Eight bits a weight, a scale for each row.
packed = {'data': meta['digest'], 'seed': seed, 'steps': steps, 'tensors': {}}
state = network.state_dict()
for key, value in state.items():
    if value.dim() < 2:
        packed['tensors'][key] = {'f': base64.b64encode(value.float().cpu().numpy().astype('<f4').tobytes()).decode()}
        continue
    flat = value.reshape(value.shape[0], -1)
    scale = (flat.abs().amax(1, keepdim=True) / 127).clamp_min(1e-9)
    steps8 = (flat / scale).round().clamp(-127, 127)
    state[key] = (steps8 * scale).view_as(value)
    packed['tensors'][key] = {
        'columns': flat.shape[1],
        'q': base64.b64encode(steps8.to(torch.int8).cpu().numpy().tobytes()).decode(),
        'f': base64.b64encode(scale[:, 0].float().cpu().numpy().astype('<f4').tobytes()).decode(),
    }
network.load_state_dict(state)
print(name, 'in eight bits:', judged(network, check), flush=True)
# What the network says of the first abstracts, for tests of another implementation.
network.eval()
with torch.no_grad():
    ids = np.arange(4)
    types, traits, flags, there, length = check.batch(ids)
    scores = network(types, traits, there, length).float().cpu().numpy()
packed['probe'] = [scores[i, : int(check.length[i])].round(4).tolist() for i in range(4)]
with open(os.path.join(out, f'{name}.json'), 'w') as file:
    json.dump(packed, file)
print(name, 'written', round(time.time() - began), 's', flush=True)

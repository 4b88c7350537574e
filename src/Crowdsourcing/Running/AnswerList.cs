using System.Runtime.InteropServices;

namespace Beffroi.Crowdsourcing;

/// <summary>The answers of one item, in the order in which they came.</summary>
[StructLayout(LayoutKind.Auto)]
struct AnswerList
{
    long[]? _answers;

    public int Count { get; private set; }

    public readonly int Worker(int at) => (int)(_answers![at] >> 32);

    public readonly int Label(int at) => (int)_answers![at];

    public void Add(int worker, int label)
    {
        _answers ??= new long[4];
        if (Count == _answers.Length)
        {
            Array.Resize(ref _answers, 2 * Count);
        }

        _answers[Count++] = ((long)worker << 32) | (uint)label;
    }

    /// <summary>Where the answer of a person is; -1 when there is none.</summary>
    public readonly int Of(int worker)
    {
        for (var at = 0; at < Count; at++)
        {
            if (Worker(at) == worker)
            {
                return at;
            }
        }

        return -1;
    }

    public void RemoveAt(int at)
    {
        Array.Copy(_answers!, at + 1, _answers!, at, Count - at - 1);
        Count--;
    }
}

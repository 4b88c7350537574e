using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <content>
/// Evaluation: nodes laid so that the two children of one stand side by side, eight trees walked abreast without a branch that the processor would have to
/// guess. A leaf leads to itself. <see cref="Fault"/> has checked every index before. Compiled at full speed from the first call: a file of accounts is
/// done before tiers of compilation pay.
/// </content>
public sealed partial class TreeEnsemble
{
    const int Abreast = 8;
    const int MostOnStack = 512;

    Step[] _steps = [];
    double[] _leaves = [];
    int[] _roots = [];

    /// <summary>One node: go to <see cref="Next"/>, or to the one after it when the input is above the threshold.</summary>
    [StructLayout(LayoutKind.Sequential)]
    readonly record struct Step(float Threshold, int Input, int Next);

    void Lay()
    {
        (_steps, _leaves, _roots) = (new Step[NodeCount], new double[NodeCount], new int[TreeCount]);
        var (place, waiting) = (0, new Queue<(int Node, int Place)>());
        for (var t = 0; t < TreeCount; t++)
        {
            _roots[t] = place;
            waiting.Enqueue((Start[t], place++));
            while (waiting.TryDequeue(out var found))
            {
                var (node, at) = found;
                if (Feature[node] < 0)
                {
                    (_steps[at], _leaves[at]) = (new(float.PositiveInfinity, 0, at), Value[node]);
                    continue;
                }

                // A missing input stands twice: as the lowest value for nodes that send it left, as the highest for the others.
                _steps[at] = new(Threshold[node], Feature[node] + (MissingLeft[node] ? 0 : FeatureCount), place);
                waiting.Enqueue((Left[node], place++));
                waiting.Enqueue((Right[node], place++));
            }
        }
    }

    /// <summary>Sum of the trees from one to another, excluded, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    double SumOf(int from, int to, ReadOnlySpan<float> spread)
    {
        var sum = 0.0;
        var tree = from;
        Span<double> values = stackalloc double[Abreast];
        for (; tree + Abreast <= to; tree += Abreast)
        {
            Walk(tree, spread, values);
            foreach (var value in values)
            {
                sum += value;
            }
        }

        for (; tree < to; tree++)
        {
            ref var steps = ref MemoryMarshal.GetArrayDataReference(_steps);
            ref var inputs = ref MemoryMarshal.GetReference(spread);
            int at = _roots[tree], next;
            while ((next = After(ref steps, ref inputs, at)) != at)
            {
                at = next;
            }

            sum += _leaves[at];
        }

        return sum;
    }

    /// <summary>The inputs twice over: missing ones lowest, then highest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Spread(ReadOnlySpan<float> inputs, Span<float> spread)
    {
        for (var f = 0; f < inputs.Length; f++)
        {
            var isMissing = float.IsNaN(inputs[f]);
            spread[f] = isMissing ? float.NegativeInfinity : inputs[f];
            spread[FeatureCount + f] = isMissing ? float.PositiveInfinity : inputs[f];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Walk(int tree, ReadOnlySpan<float> spread, Span<double> values)
    {
        ref var steps = ref MemoryMarshal.GetArrayDataReference(_steps);
        ref var inputs = ref MemoryMarshal.GetReference(spread);
        var roots = _roots.AsSpan(tree, Abreast);
        int a = roots[0], b = roots[1], c = roots[2], d = roots[3], e = roots[4], f = roots[5], g = roots[6], h = roots[7];
        int moved;
        do
        {
            var (a1, b1, c1, d1) = (After(ref steps, ref inputs, a), After(ref steps, ref inputs, b), After(ref steps, ref inputs, c), After(ref steps, ref inputs, d));
            var (e1, f1, g1, h1) = (After(ref steps, ref inputs, e), After(ref steps, ref inputs, f), After(ref steps, ref inputs, g), After(ref steps, ref inputs, h));
            moved = (a ^ a1) | (b ^ b1) | (c ^ c1) | (d ^ d1) | (e ^ e1) | (f ^ f1) | (g ^ g1) | (h ^ h1);
            (a, b, c, d, e, f, g, h) = (a1, b1, c1, d1, e1, f1, g1, h1);
        }
        while (moved != 0);

        (values[0], values[1], values[2], values[3]) = (_leaves[a], _leaves[b], _leaves[c], _leaves[d]);
        (values[4], values[5], values[6], values[7]) = (_leaves[e], _leaves[f], _leaves[g], _leaves[h]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int After(ref Step steps, ref float inputs, int at)
    {
        ref var step = ref Unsafe.Add(ref steps, at);
        return step.Next + (Unsafe.Add(ref inputs, step.Input) > step.Threshold ? 1 : 0);
    }
}

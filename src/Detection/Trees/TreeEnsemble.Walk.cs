using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <content>
/// The walk, made to be fast: two children stand side by side, so that a comparison is an addition and not a jump; a leaf is its own left child, so that
/// four trees walk abreast until the deepest is done; a missing input is below every threshold for the nodes that send it left, above for the others.
/// </content>
public sealed partial class TreeEnsemble
{
    const int MostOnStack = 512;

    // Set once, when the nodes are known to be right.
    Step[] _steps;
    int[] _roots;
    int[] _depths;

    /// <summary>A node: its left child (or itself), what it compares, and the value of a leaf.</summary>
    [StructLayout(LayoutKind.Auto)]
    struct Step
    {
        public float Threshold;
        public int Left;
        public int Input;
        public double Value;
    }

    (Step[] Steps, int[] Roots, int[] Depths) Prepared()
    {
        var (steps, roots, depths) = (new Step[NodeCount], new int[TreeCount], new int[TreeCount]);
        var next = 0;
        var open = new Queue<(int Node, int At, int Depth)>();
        for (var t = 0; t < TreeCount; t++)
        {
            roots[t] = next++;
            open.Enqueue((Start[t], roots[t], 0));
            while (open.TryDequeue(out var step))
            {
                var (node, at, depth) = step;
                depths[t] = Math.Max(depths[t], depth);
                if (Feature[node] < 0)
                {
                    steps[at] = new() { Threshold = float.PositiveInfinity, Left = at, Value = Value[node] };
                    continue;
                }

                // Inputs stand twice: with the missing below everything, then above.
                steps[at] = new() { Threshold = Threshold[node], Left = next, Input = Feature[node] + (MissingLeft[node] ? 0 : FeatureCount) };
                open.Enqueue((Left[node], next, depth + 1));
                open.Enqueue((Right[node], next + 1, depth + 1));
                next += 2;
            }
        }

        return (steps, roots, depths);
    }

    void Fold(ReadOnlySpan<float> inputs, Span<float> twice)
    {
        for (var f = 0; f < inputs.Length; f++)
        {
            var missing = float.IsNaN(inputs[f]);
            twice[f] = missing ? float.NegativeInfinity : inputs[f];
            twice[f + FeatureCount] = missing ? float.PositiveInfinity : inputs[f];
        }
    }

    /// <summary>Sum of the trees from one to another, in order. Indexes are not checked again here: <see cref="Fault"/> has seen every node.</summary>
    double SumOf(ReadOnlySpan<float> twice, int from, int to)
    {
        ref var input = ref MemoryMarshal.GetReference(twice);
        ref var steps = ref MemoryMarshal.GetArrayDataReference(_steps);
        var (sum, t) = (0.0, from);
        for (; t + 4 <= to; t += 4)
        {
            var (a, b, c, d) = (_roots[t], _roots[t + 1], _roots[t + 2], _roots[t + 3]);
            for (var depth = Math.Max(Math.Max(_depths[t], _depths[t + 1]), Math.Max(_depths[t + 2], _depths[t + 3])); depth > 0; depth--)
            {
                a = Next(ref Unsafe.Add(ref steps, a), ref input);
                b = Next(ref Unsafe.Add(ref steps, b), ref input);
                c = Next(ref Unsafe.Add(ref steps, c), ref input);
                d = Next(ref Unsafe.Add(ref steps, d), ref input);
            }

            sum += Unsafe.Add(ref steps, a).Value;
            sum += Unsafe.Add(ref steps, b).Value;
            sum += Unsafe.Add(ref steps, c).Value;
            sum += Unsafe.Add(ref steps, d).Value;
        }

        for (; t < to; t++)
        {
            var at = _roots[t];
            for (var depth = _depths[t]; depth > 0; depth--)
            {
                at = Next(ref Unsafe.Add(ref steps, at), ref input);
            }

            sum += Unsafe.Add(ref steps, at).Value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Next(ref Step step, ref float input)
    {
        var right = Unsafe.Add(ref input, step.Input) > step.Threshold;
        return step.Left + Unsafe.BitCast<bool, byte>(right);
    }
}

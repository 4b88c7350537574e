using System.Runtime.InteropServices;

namespace Beffroi.Encyclopedia.Differences.ByWord;

/// <summary>A run of elements that two sequences share, in order.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Run(int A, int B, int Length);

/// <summary>
/// What two sequences have in common. Short stretches are aligned with the fewest edits (Myers, « An O(ND) difference algorithm », 1986); long ones are first cut at
/// the elements that stand once in each, so that the time stays in proportion to their length.
/// </summary>
static class Alignment
{
    /// <summary>A stretch that needs more edits than that has nothing in common worth showing: this bounds time and memory.</summary>
    const int MostEdits = 1000;

    const int MostDepth = 40;

    public static IReadOnlyList<Run> Of(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        return Of(Coded(a, codes), Coded(b, codes));
    }

    static List<Run> Of(int[] a, int[] b)
    {
        var found = new List<Run>();
        var waiting = new Stack<Stretch>();
        waiting.Push(new(0, a.Length, 0, b.Length, 0));
        while (waiting.TryPop(out var stretch))
        {
            var rest = Trimmed(stretch, a, b, found);
            if (rest.ALength == 0 || rest.BLength == 0)
            {
                continue;
            }

            var anchors = rest.ALength + rest.BLength <= MostEdits || rest.Depth == MostDepth ? [] : Anchors(rest, a, b);
            if (anchors.Count == 0)
            {
                found.AddRange(Edits(rest, a, b));
                continue;
            }

            var (fromA, fromB) = (rest.AFrom, rest.BFrom);
            foreach (var (atA, atB) in anchors)
            {
                waiting.Push(new(fromA, atA, fromB, atB, rest.Depth + 1));
                found.Add(new(atA, atB, 1));
                (fromA, fromB) = (atA + 1, atB + 1);
            }

            waiting.Push(new(fromA, rest.ATo, fromB, rest.BTo, rest.Depth + 1));
        }

        return Joined(found);
    }

    static int[] Coded(IReadOnlyList<string> elements, Dictionary<string, int> codes)
    {
        var coded = new int[elements.Count];
        for (var i = 0; i < coded.Length; i++)
        {
            if (!codes.TryGetValue(elements[i], out coded[i]))
            {
                codes[elements[i]] = coded[i] = codes.Count;
            }
        }

        return coded;
    }

    static Stretch Trimmed(Stretch s, int[] a, int[] b, List<Run> found)
    {
        var head = 0;
        while (head < s.ALength && head < s.BLength && a[s.AFrom + head] == b[s.BFrom + head])
        {
            head++;
        }

        var tail = 0;
        while (tail < s.ALength - head && tail < s.BLength - head && a[s.ATo - 1 - tail] == b[s.BTo - 1 - tail])
        {
            tail++;
        }

        if (head > 0)
        {
            found.Add(new(s.AFrom, s.BFrom, head));
        }

        if (tail > 0)
        {
            found.Add(new(s.ATo - tail, s.BTo - tail, tail));
        }

        return s with { AFrom = s.AFrom + head, ATo = s.ATo - tail, BFrom = s.BFrom + head, BTo = s.BTo - tail };
    }

    /// <summary>Elements that stand once on each side, the longest choice of them that keeps one order (patience).</summary>
    static List<(int A, int B)> Anchors(Stretch s, int[] a, int[] b)
    {
        var (once, inB) = (Once(a, s.AFrom, s.ATo), Once(b, s.BFrom, s.BTo));
        var pairs = once.Where(p => p.Value >= 0 && inB.GetValueOrDefault(p.Key, -1) >= 0).Select(p => (A: p.Value, B: inB[p.Key])).OrderBy(p => p.A).ToList();
        var tops = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[tops[middle]].B < pairs[i].B ? (middle + 1, high) : (low, middle);
            }

            before[i] = low == 0 ? -1 : tops[low - 1];
            if (low == tops.Count)
            {
                tops.Add(i);
            }
            else
            {
                tops[low] = i;
            }
        }

        var chain = new List<(int, int)>();
        for (var i = tops.Count == 0 ? -1 : tops[^1]; i >= 0; i = before[i])
        {
            chain.Add(pairs[i]);
        }

        chain.Reverse();
        return chain;
    }

    static Dictionary<int, int> Once(int[] elements, int from, int to)
    {
        var places = new Dictionary<int, int>();
        for (var i = from; i < to; i++)
        {
            places[elements[i]] = places.ContainsKey(elements[i]) ? -1 : i;
        }

        return places;
    }

    /// <summary>The fewest edits; nothing in common when there are too many of them.</summary>
    static List<Run> Edits(Stretch s, int[] a, int[] b)
    {
        var most = Math.Min(s.ALength + s.BLength, MostEdits);
        var reach = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            for (var k = -edits; k <= edits; k += 2)
            {
                var down = k == -edits || (k != edits && reach[most + k] < reach[most + k + 2]);
                var x = down ? reach[most + k + 2] : reach[most + k] + 1;
                while (x < s.ALength && x - k < s.BLength && a[s.AFrom + x] == b[s.BFrom + x - k])
                {
                    x++;
                }

                reach[most + k + 1] = x;
                if (x >= s.ALength && x - k >= s.BLength)
                {
                    return Backwards(s, trace, edits);
                }
            }

            // Only what the next step reads: diagonals -edits..edits.
            trace.Add(reach[(most - edits + 1)..(most + edits + 2)]);
        }

        return [];
    }

    static List<Run> Backwards(Stretch s, List<int[]> trace, int edits)
    {
        var runs = new List<Run>();
        var (x, y) = (s.ALength, s.BLength);
        for (; edits > 0; edits--)
        {
            var before = trace[edits - 1];
            var k = x - y;
            int At(int diagonal) => diagonal < -(edits - 1) || diagonal > edits - 1 ? -1 : before[diagonal + edits - 1];
            var down = k == -edits || (k != edits && At(k - 1) < At(k + 1));
            var fromX = down ? At(k + 1) : At(k - 1);
            var (fromY, startX) = (fromX - (down ? k + 1 : k - 1), down ? fromX : fromX + 1);
            if (x > startX)
            {
                runs.Add(new(s.AFrom + startX, s.BFrom + startX - k, x - startX));
            }

            (x, y) = (fromX, fromY);
        }

        if (x > 0)
        {
            runs.Add(new(s.AFrom, s.BFrom, x));
        }

        return runs;
    }

    static List<Run> Joined(List<Run> runs)
    {
        var joined = new List<Run>();
        foreach (var run in runs.OrderBy(r => r.A))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.A + last.Length == run.A && last.B + last.Length == run.B)
            {
                joined[^1] = last with { Length = last.Length + run.Length };
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    [StructLayout(LayoutKind.Auto)]
    readonly record struct Stretch(int AFrom, int ATo, int BFrom, int BTo, int Depth)
    {
        public int ALength => ATo - AFrom;
        public int BLength => BTo - BFrom;
    }
}

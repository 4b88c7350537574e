using System.Numerics;
using System.Runtime.InteropServices;

namespace Beffroi.Psychometrics;

/// <summary>The E step of Bock &amp; Aitkin (1981, Psychometrika 46, 443-459): how many people are expected at each quadrature point, in all and with
/// each score of each item, and the marginal log-likelihood of the answers. Its cost is linear in the people and in the items.</summary>
sealed class ExpectationStep
{
    // Parts of fixed size, summed in their order: the result is the same to the last digit for any number of threads.
    const int PatternsInPart = 4096;
    const int MostParts = 8;

    readonly AnswerBlocks _answers;
    readonly int[] _maxScores;
    readonly int _width;
    readonly int _threads;
    readonly int[] _offsets;
    readonly double[] _table;
    readonly Part[] _parts;

    public ExpectationStep(AnswerBlocks answers, int[] maxScores, int points, int groups, int threads)
    {
        (_answers, _maxScores, _threads) = (answers, maxScores, threads);
        _width = BlockTables.Padded(points);
        _offsets = BlockTables.Offsets(answers.Blocks, _width);
        _table = new double[_offsets[^1]];
        var parts = Math.Clamp(answers.Patterns / PatternsInPart, 1, MostParts);
        _parts = [.. Enumerable.Range(0, parts).Select(i => new Part(
            (int)((long)answers.Patterns * i / parts), (int)((long)answers.Patterns * (i + 1) / parts), new double[_offsets[^1]], new double[groups * _width]))];
        Counts = [.. maxScores.Select(max => new double[(max + 1) * _width])];
        GroupCounts = [.. Enumerable.Range(0, groups).Select(_ => new double[_width])];
    }

    /// <summary>For each item, expected counts: a row of points for each score.</summary>
    public double[][] Counts { get; }

    /// <summary>For each group, expected counts at each point.</summary>
    public double[][] GroupCounts { get; }

    /// <summary>One step.</summary>
    /// <param name="curves">For each item, logarithms of the probability of each score: a row of points for each score.</param>
    /// <param name="logWeights">For each group, logarithms of the weights of the points; far below any other in the padding.</param>
    /// <returns>The marginal log-likelihood at these curves and weights.</returns>
    public double Run(double[][] curves, double[][] logWeights, CancellationToken ct)
    {
        for (var b = 0; b < _answers.Blocks.Length; b++)
        {
            BlockTables.Fill(_answers.Blocks[b], curves, _maxScores, _width, Slice(_table, b));
        }

        if (_threads > 1 && _parts.Length > 1)
        {
            Parallel.ForEach(_parts, new() { MaxDegreeOfParallelism = _threads, CancellationToken = ct }, part => Run(part, logWeights, ct));
        }
        else
        {
            foreach (var part in _parts)
            {
                Run(part, logWeights, ct);
            }
        }

        return Total();
    }

    double Total()
    {
        var first = _parts[0];
        foreach (var part in _parts.AsSpan(1))
        {
            BlockTables.Sum(first.Counts, part.Counts, first.Counts);
            BlockTables.Sum(first.GroupCounts, part.GroupCounts, first.GroupCounts);
        }

        foreach (var counts in Counts)
        {
            Array.Clear(counts);
        }

        for (var b = 0; b < _answers.Blocks.Length; b++)
        {
            BlockTables.Gather(_answers.Blocks[b], Counts, _maxScores, _width, Slice(first.Counts, b));
        }

        for (var g = 0; g < GroupCounts.Length; g++)
        {
            first.GroupCounts.AsSpan(g * _width, _width).CopyTo(GroupCounts[g]);
        }

        return _parts.Sum(part => part.LogLikelihood);
    }

    void Run(Part part, double[][] logWeights, CancellationToken ct)
    {
        Array.Clear(part.Counts);
        Array.Clear(part.GroupCounts);
        part.LogLikelihood = 0;
        Span<double> mass = stackalloc double[_width];
        for (var pattern = part.From; pattern < part.To; pattern++)
        {
            if ((pattern & 1023) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }

            var codes = _answers.Codes(pattern);
            var (group, frequency) = (_answers.Groups[pattern], _answers.Frequencies[pattern]);
            var largest = Joint(codes, logWeights[group], mass);
            var sum = Exponentials(mass, largest);
            part.LogLikelihood += frequency * (largest + Math.Log(sum));
            Add(part, codes, group, mass, frequency / sum);
        }
    }

    /// <summary>Log of the joint density of the pattern and of each point; returns the largest.</summary>
    double Joint(ReadOnlySpan<byte> codes, double[] logWeights, Span<double> mass)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(_table);
        var largest = new Vector<double>(double.NegativeInfinity);
        for (var q = 0; q < mass.Length; q += Vector<double>.Count)
        {
            var sum = new Vector<double>(logWeights, q);
            for (var b = 0; b < codes.Length; b++)
            {
                sum += Vector.LoadUnsafe(ref table, (nuint)(_offsets[b] + (codes[b] * _width) + q));
            }

            sum.CopyTo(mass[q..]);
            largest = Vector.Max(largest, sum);
        }

        var highest = double.NegativeInfinity;
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            highest = Math.Max(highest, largest[lane]);
        }

        return highest;
    }

    // Eight sums whatever the width of a vector: the same digits everywhere.
    static double Exponentials(Span<double> mass, double largest)
    {
        Span<double> sums = stackalloc double[8];
        sums.Clear();
        for (var q = 0; q < mass.Length; q += Vector<double>.Count)
        {
            var e = Vector.Exp(new Vector<double>(mass[q..]) - new Vector<double>(largest));
            e.CopyTo(mass[q..]);
            var sum = sums[(q % 8)..];
            (new Vector<double>(sum) + e).CopyTo(sum);
        }

        return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
    }

    void Add(Part part, ReadOnlySpan<byte> codes, int group, Span<double> mass, double scale)
    {
        ref var counts = ref MemoryMarshal.GetArrayDataReference(part.Counts);
        ref var all = ref part.GroupCounts[group * _width];
        for (var q = 0; q < mass.Length; q += Vector<double>.Count)
        {
            var weight = new Vector<double>(mass[q..]) * scale;
            (Vector.LoadUnsafe(ref all, (nuint)q) + weight).StoreUnsafe(ref all, (nuint)q);
            for (var b = 0; b < codes.Length; b++)
            {
                var at = (nuint)(_offsets[b] + (codes[b] * _width) + q);
                (Vector.LoadUnsafe(ref counts, at) + weight).StoreUnsafe(ref counts, at);
            }
        }
    }

    Span<double> Slice(double[] table, int block) => table.AsSpan(_offsets[block], _offsets[block + 1] - _offsets[block]);

    sealed class Part(int from, int to, double[] counts, double[] groupCounts)
    {
        public int From { get; } = from;
        public int To { get; } = to;
        public double[] Counts { get; } = counts;
        public double[] GroupCounts { get; } = groupCounts;
        public double LogLikelihood { get; set; }
    }
}

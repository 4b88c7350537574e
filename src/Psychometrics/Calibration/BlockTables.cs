using System.Numerics;

namespace Beffroi.Psychometrics;

/// <summary>A table of one row of quadrature points for each code of each block: log-likelihoods on the way down, expected counts on the way up.</summary>
static class BlockTables
{
    /// <summary>Doubles in a row: a whole number of the widest vectors, whatever the machine, so that sums do not depend on it.</summary>
    public static int Padded(int points) => (points + 7) / 8 * 8;

    /// <summary>Where the rows of each block start, in doubles; the last is the length.</summary>
    public static int[] Offsets(AnswerBlock[] blocks, int width)
    {
        var offsets = new int[blocks.Length + 1];
        for (var b = 0; b < blocks.Length; b++)
        {
            offsets[b + 1] = offsets[b] + (blocks[b].Codes * width);
        }

        return offsets;
    }

    /// <summary>Log-likelihood of each code from that of each score of each item.</summary>
    /// <param name="curves">For each item, rows of <paramref name="width"/> logs, score after score.</param>
    public static void Fill(AnswerBlock block, double[][] curves, int[] maxScores, int width, Span<double> table)
    {
        table[..width].Clear();
        var codes = 1;
        for (var i = 0; i < block.Digits.Length; i++)
        {
            var (digits, item) = (block.Digits[i], block.FirstItem + i);
            // From the last code down, so that a row is read before it is written over.
            for (var code = codes - 1; code >= 0; code--)
            {
                var prefix = table.Slice(code * width, width);
                for (var digit = digits - 1; digit >= 0; digit--)
                {
                    var row = table.Slice(((code * digits) + digit) * width, width);
                    if (digit > maxScores[item])
                    {
                        prefix.CopyTo(row);
                    }
                    else
                    {
                        Sum(prefix, curves[item].AsSpan(digit * width, width), row);
                    }
                }
            }

            codes *= digits;
        }
    }

    /// <summary>Expected counts of each score of each item from those of each code; the table is used up.</summary>
    public static void Gather(AnswerBlock block, double[][] counts, int[] maxScores, int width, Span<double> table)
    {
        var codes = block.Codes;
        for (var i = block.Digits.Length - 1; i >= 0; i--)
        {
            var (digits, item) = (block.Digits[i], block.FirstItem + i);
            codes /= digits;
            for (var code = 0; code < codes; code++)
            {
                for (var digit = 0; digit < digits; digit++)
                {
                    var row = table.Slice(((code * digits) + digit) * width, width);
                    if (digit <= maxScores[item])
                    {
                        var count = counts[item].AsSpan(digit * width, width);
                        Sum(count, row, count);
                    }

                    // The row of the prefix: already emptied, since it stands at or before this one.
                    var prefix = table.Slice(code * width, width);
                    if (digit == 0)
                    {
                        row.CopyTo(prefix);
                    }
                    else
                    {
                        Sum(prefix, row, prefix);
                    }
                }
            }
        }
    }

    public static void Sum(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> sum)
    {
        for (var q = 0; q < sum.Length; q += Vector<double>.Count)
        {
            (new Vector<double>(x[q..]) + new Vector<double>(y[q..])).CopyTo(sum[q..]);
        }
    }
}

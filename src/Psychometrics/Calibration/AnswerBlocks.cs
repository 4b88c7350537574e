namespace Beffroi.Psychometrics;

/// <summary>Consecutive items whose answers are read together as one number (mixed radix, the last item turning fastest): the log-likelihood of
/// each such number is computed once, then looked up for each person. A missing answer is a digit of its own when the block has any.</summary>
sealed record AnswerBlock(int FirstItem, int[] Digits)
{
    /// <summary>How many different numbers there are.</summary>
    public int Codes { get; } = Digits.Aggregate(1, (product, digits) => product * digits);
}

/// <summary>The answers of a calibration: one row for each different pattern of a group, with how many people gave it.</summary>
sealed class AnswerBlocks
{
    const int FewestCodes = 16;
    const int MostCodes = 128;

    readonly byte[] _codes;

    AnswerBlocks(AnswerBlock[] blocks, byte[] codes, double[] frequencies, int[] groups) =>
        (Blocks, _codes, Frequencies, Groups) = (blocks, codes, frequencies, groups);

    public AnswerBlock[] Blocks { get; }

    /// <summary>How many people gave each pattern.</summary>
    public double[] Frequencies { get; }

    /// <summary>Their group, from 0; patterns are ordered by group.</summary>
    public int[] Groups { get; }

    public int Patterns => Frequencies.Length;

    /// <summary>Codes of a pattern, block after block.</summary>
    public ReadOnlySpan<byte> Codes(int pattern) => _codes.AsSpan(pattern * Blocks.Length, Blocks.Length);

    public static AnswerBlocks Of(ResponseMatrix answers, ReadOnlySpan<int> groups, int[] maxScores)
    {
        var blocks = Cut(answers, maxScores);
        var width = blocks.Length;
        var all = new byte[answers.Persons * width];
        for (var person = 0; person < answers.Persons; person++)
        {
            var row = answers.Row(person);
            for (var b = 0; b < width; b++)
            {
                all[(person * width) + b] = Code(blocks[b], row, maxScores);
            }
        }

        // The same answers of the same group are one pattern; ordered by group then by code, whatever the order of the people.
        var order = new int[answers.Persons];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var group = groups.Length == 0 ? new int[answers.Persons] : groups.ToArray();
        Array.Sort(order, (x, y) =>
        {
            var byGroup = group[x].CompareTo(group[y]);
            return byGroup != 0 ? byGroup : all.AsSpan(x * width, width).SequenceCompareTo(all.AsSpan(y * width, width));
        });
        return Gather(blocks, all, group, order);
    }

    static AnswerBlocks Gather(AnswerBlock[] blocks, byte[] all, int[] group, int[] order)
    {
        var width = blocks.Length;
        var (codes, frequencies, groups) = (new List<byte>(all.Length), new List<double>(), new List<int>());
        var last = -1;
        foreach (var person in order)
        {
            var row = all.AsSpan(person * width, width);
            if (last >= 0 && group[last] == group[person] && row.SequenceEqual(all.AsSpan(last * width, width)))
            {
                frequencies[^1]++;
                continue;
            }

            codes.AddRange(row);
            frequencies.Add(1);
            groups.Add(group[person]);
            last = person;
        }

        return new(blocks, [.. codes], [.. frequencies], [.. groups]);
    }

    // Larger blocks make fewer look-ups a person but larger tables: about as many cells as people bring.
    static AnswerBlock[] Cut(ResponseMatrix answers, int[] maxScores)
    {
        var most = Math.Clamp(answers.Persons / 4, FewestCodes, MostCodes);
        var missing = !answers.IsComplete;
        var blocks = new List<AnswerBlock>();
        var (first, digits, codes) = (0, new List<int>(), 1);
        for (var item = 0; item < answers.Items; item++)
        {
            var radix = maxScores[item] + (missing ? 2 : 1);
            if (digits.Count > 0 && codes * radix > most)
            {
                blocks.Add(new(first, [.. digits]));
                (first, codes) = (item, 1);
                digits.Clear();
            }

            digits.Add(radix);
            codes *= radix;
        }

        blocks.Add(new(first, [.. digits]));
        return [.. blocks];
    }

    static byte Code(AnswerBlock block, ReadOnlySpan<sbyte> row, int[] maxScores)
    {
        var code = 0;
        for (var i = 0; i < block.Digits.Length; i++)
        {
            var score = row[block.FirstItem + i];
            code = (code * block.Digits[i]) + (score == ResponseMatrix.Missing ? maxScores[block.FirstItem + i] + 1 : score);
        }

        return (byte)code;
    }
}

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>A cell that holds a score.</summary>
static class ScoreText
{
    /// <summary>Highest score in absolute value.</summary>
    public const int Max = 1_000_000;

    public static bool IsMissing(ReadOnlySpan<byte> cell) => cell.IsEmpty || cell.SequenceEqual("NA"u8);

    /// <summary>A whole number, in plain digits; "1.0" is one, since programs that write missing values as NaN write it so.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out int score)
    {
        var negative = cell.StartsWith("-"u8);
        var digits = negative ? cell[1..] : cell;
        var point = digits.IndexOf((byte)'.');
        var whole = point < 0 ? digits : digits[..point];
        var zeros = point < 0 ? "0"u8 : digits[(point + 1)..];
        score = 0;
        foreach (var b in whole)
        {
            if (b is < (byte)'0' or > (byte)'9' || score > Max)
            {
                return false;
            }

            score = (10 * score) + b - '0';
        }

        score = negative ? -score : score;
        return !whole.IsEmpty && Math.Abs(score) <= Max && !zeros.IsEmpty && !zeros.ContainsAnyExcept((byte)'0');
    }
}

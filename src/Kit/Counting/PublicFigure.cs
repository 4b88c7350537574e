namespace Beffroi.Kit;

/// <summary>What a module tells everybody on /stats; the site gathers those of all modules.</summary>
public interface IPublicFigures
{
    string Subject { get; }

    int Order { get; }

    /// <summary>Changes at once when what was read may be shown no more, or may be shown again: pages kept under another word are not served.</summary>
    string Kept => "";

    Task<IReadOnlyList<PublicFigure>> Read(CancellationToken ct);
}

/// <summary>One figure on all people together. Below <see cref="Least"/> it is masked: it then holds neither value nor count.</summary>
public sealed record PublicFigure
{
    /// <summary>
    /// People or things that a figure rests on, at least. The page is public and changes as people come: whoever reads a mean of n people to one decimal
    /// before and after one more comes knows that person's own value to ±0.05 (2n + 1). From n = 10 that is more than one step; at 5 it would be half of one.
    /// </summary>
    public const int Least = 10;

    /// <summary>Technical name, in the JSON.</summary>
    public required string Name { get; init; }

    public required string Label { get; init; }

    /// <summary>Of what it is a number, in a word.</summary>
    public required string Unit { get; init; }

    /// <summary>How many it rests on; null when masked.</summary>
    public int? N { get; private init; }

    /// <summary>Null when masked.</summary>
    public double? Value { get; private init; }

    /// <summary>Where the value may well lie (95 %); null when masked, or when nothing is estimated.</summary>
    public (double Low, double High)? Interval { get; private init; }

    public bool IsMasked => N is null;

    /// <summary>It counts things, masked or not: what a ceiling may be about.</summary>
    public bool IsCount { get; private init; }

    public PublicFigure Counting(int n) => n < Least ? this with { IsCount = true } : this with { IsCount = true, N = n, Value = n };

    /// <summary>A share in [0, 1]. Masked too when the part is small: the two counts beside it would give it away.</summary>
    public PublicFigure Sharing(int part, int whole) => whole < Least || part < Least ? this : this with { N = whole, Value = (double)part / whole };

    /// <summary>A mean to one decimal, the precision that <see cref="Least"/> counts on.</summary>
    public PublicFigure Averaging(int n, double mean, double low, double high) =>
        n < Least ? this : this with { N = n, Value = Rounded(mean), Interval = (Rounded(low), Rounded(high)) };

    /// <summary>A median of <paramref name="n"/> counts: half are not above it, half not below.</summary>
    public PublicFigure Halving(int n, double median) => n < Least ? this : this with { N = n, Value = Rounded(median) };

    /// <summary>Another summary of <paramref name="n"/> values, to one decimal: a mark, a high centile.</summary>
    public PublicFigure Measuring(int n, double value) => n < Least ? this : this with { N = n, Value = Rounded(value) };

    // Zero has no sign.
    static double Rounded(double value) => Math.Round(value, 1) + 0.0;
}

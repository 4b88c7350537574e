namespace Beffroi.Eva.Contracts;

/// <summary>What a word written under dictation is worth.</summary>
public static class TypedMarks
{
    public const decimal Bon = 1;
    public const decimal Acceptable = 0.75m;

    /// <summary>The same word, better written than was asked.</summary>
    public const decimal Bonus = 1.25m;
    public const decimal DoubleBonus = 1.5m;

    /// <summary>The published rule: letter for letter once in small letters, nothing else forgiven.</summary>
    /// <param name="accepted">What each spelling is worth, in small letters.</param>
    public static decimal Of(string typed, IReadOnlyDictionary<string, decimal> accepted)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(accepted);
#pragma warning disable CA1308 // Keys are written as the words are: in small letters.
        return accepted.TryGetValue(typed.ToLowerInvariant(), out var points) ? points : 0;
#pragma warning restore CA1308
    }
}

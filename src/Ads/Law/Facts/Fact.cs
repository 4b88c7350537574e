namespace Beffroi.Ads.Law;

/// <summary>Who says a fact.</summary>
public enum FactOrigin
{
    /// <summary>The library or repository the ad was read from.</summary>
    Platform,

    /// <summary>The person who sent the ad.</summary>
    Sender,

    /// <summary>The answers of citizens, once enough of them agree.</summary>
    Citizens,

    /// <summary>Who paid for the ad, or ordered it.</summary>
    Sponsor,

    /// <summary>A named reviewer.</summary>
    Reviewer,

    /// <summary>This program, from the words of the ad.</summary>
    Reading,
}

/// <summary>Something that is known, with who says it, or is not known: the default is not known.</summary>
public readonly record struct Fact<T> where T : notnull
{
    readonly T? value;

    internal Fact(T value, FactOrigin origin) => (this.value, Origin, IsKnown) = (value, origin, true);

    public bool IsKnown { get; }

    /// <summary>Means something only where the fact is known.</summary>
    public FactOrigin Origin { get; }

    /// <exception cref="InvalidOperationException">The fact is not known.</exception>
    public T Value => IsKnown ? value! : throw new InvalidOperationException("This fact is not known: ask IsKnown first.");

    public override string ToString() => IsKnown ? $"{value} ({Origin})" : "?";
}

public static class Fact
{
    public static Fact<T> Known<T>(T value, FactOrigin origin) where T : notnull => new(value, origin);
}

namespace Beffroi.Detection;

/// <summary>How shares of the same object are paired.</summary>
public sealed record WindowJoin
{
    /// <summary>Most time between two shares of a pair, seconds, inclusive.</summary>
    public required long Window
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>An object with more pairs than this within the window is left out whole, and named in the result; null, as unless said, leaves none out.</summary>
    public long? MostPairsPerObject
    {
        get;
        init
        {
            field = value is < 1 ? throw new ArgumentOutOfRangeException(nameof(value)) : value;
        }
    }

    /// <summary>Processors used: all of them unless said. The result is the same.</summary>
    public int Workers
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;

    internal bool SameAccount { get; init; }

    internal bool InOrder { get; init; }
}

/// <summary>An object left out because it has too many pairs.</summary>
/// <param name="ObjectId">Which.</param>
/// <param name="Pairs">Pairs of shares within the window, those of one account included.</param>
public sealed record ViralObject(string ObjectId, long Pairs);

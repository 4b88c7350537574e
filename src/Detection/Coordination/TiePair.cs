namespace Beffroi.Detection;

/// <summary>The evidence of a tie: an object that its two accounts shared within the window.</summary>
/// <param name="ObjectId">What they shared.</param>
/// <param name="Earlier">The share that came first.</param>
/// <param name="Later">The other.</param>
public sealed record TiePair(string ObjectId, Share Earlier, Share Later)
{
    /// <summary>Time between the two, seconds.</summary>
    public long Delay => Later.Timestamp - Earlier.Timestamp;

    /// <summary>Compares by time, then by the bytes of the identifiers: the order in which evidence is told.</summary>
    public static int InTime(TiePair a, TiePair b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var by = (a.Earlier.Timestamp, a.Later.Timestamp).CompareTo((b.Earlier.Timestamp, b.Later.Timestamp));
        by = by != 0 ? by : string.CompareOrdinal(a.ObjectId, b.ObjectId);
        by = by != 0 ? by : string.CompareOrdinal(a.Earlier.ContentId, b.Earlier.ContentId);
        return by != 0 ? by : string.CompareOrdinal(a.Later.ContentId, b.Later.ContentId);
    }
}

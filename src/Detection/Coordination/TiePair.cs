namespace Beffroi.Detection;

/// <summary>The evidence of a tie: an object that its two accounts shared within the window.</summary>
/// <param name="ObjectId">What they shared.</param>
/// <param name="Earlier">The share that came first.</param>
/// <param name="Later">The other.</param>
public sealed record TiePair(string ObjectId, Share Earlier, Share Later)
{
    /// <summary>Time between the two, seconds.</summary>
    public long Delay => Later.Timestamp - Earlier.Timestamp;
}

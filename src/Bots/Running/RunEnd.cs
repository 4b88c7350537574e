using Beffroi.Bots.Networks;

namespace Beffroi.Bots.Running;

/// <summary>How a run of a source ended.</summary>
/// <param name="State">What the source is from now on; <see cref="SourceState.Running"/>: nothing more to read for now.</param>
/// <param name="Trouble">Why, where something is wrong.</param>
/// <param name="HasRead">Whether anything was read: the next try need not wait long.</param>
public sealed record RunEnd(SourceState State, SourceTroubleException? Trouble = null, bool HasRead = false);

/// <summary>How long to wait before another try: twice as long each time, up to five minutes, not the same for all sources at once.</summary>
public static class Backoff
{
    const double Most = 300;

    /// <param name="failures">Tries that read nothing, in a row, from 1.</param>
    public static TimeSpan After(int failures, Guid source)
    {
        var wait = Math.Min(Most, Math.Pow(2, Math.Clamp(failures, 0, 10)));
        // Chance that a test can know: of the source and of the try.
        var share = (BitConverter.ToUInt32(System.Security.Cryptography.SHA256.HashData([.. source.ToByteArray(), (byte)failures])) & 0xFFFF) / 65536.0;
        return TimeSpan.FromSeconds(wait * (0.5 + share));
    }

    /// <summary>A network that says when to come back is listened to.</summary>
    public static TimeSpan After(RunEnd end, int failures, Guid source, DateTimeOffset now)
    {
        var own = After(failures, source);
        var asked = end.Trouble is not { Error: SourceError.TooManyRequests } trouble ? TimeSpan.Zero : trouble.RetryAt is { } at ? at - now + TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1);
        return asked > own ? asked : own;
    }
}

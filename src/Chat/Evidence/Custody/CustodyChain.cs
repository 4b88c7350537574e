using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Chat.Evidence.Custody;

public enum CustodyBreak
{
    /// <summary>There is no link at all.</summary>
    Empty,

    /// <summary>Its number is not the one that follows: a link was removed, added or moved.</summary>
    Order,

    /// <summary>It does not follow from what it says and from the link before.</summary>
    Link,

    /// <summary>The first one is no arrival, or another one is.</summary>
    Arrival,

    /// <summary>Its time is before that of the link before.</summary>
    Time,
}

/// <param name="Number">Place of the first link that is broken, from 1.</param>
public sealed record BrokenLink(int Number, CustodyBreak Break);

/// <summary>
/// The chain of custody of one piece of evidence: each link holds the hash of the one before, and the first that of the evidence itself.
/// One chain for each piece, so that what is shown of one tells nothing of the others.
/// </summary>
public sealed class CustodyChain
{
    readonly List<CustodyEvent> _events;

    CustodyChain(Guid evidence, string sha256, List<CustodyEvent> events) => (Evidence, Sha256, _events) = (evidence, sha256, events);

    public Guid Evidence { get; }

    /// <summary>Of the bytes as they arrived.</summary>
    public string Sha256 { get; }
    public IReadOnlyList<CustodyEvent> Events => _events;

    /// <summary>Says all of the chain: whoever notes it elsewhere can tell later that nothing was rewritten.</summary>
    public string Head => _events[^1].Link;

    public static CustodyChain Arrive(Guid evidence, string sha256, string actor, string? detail, TimeProvider clock)
    {
        var chain = new CustodyChain(evidence, sha256, []);
        chain.Write(CustodyAct.Arrived, actor, detail, clock);
        return chain;
    }

    /// <exception cref="InvalidOperationException">A link is broken: nothing is added to a chain that does not hold.</exception>
    public static CustodyChain Of(Guid evidence, string sha256, IEnumerable<CustodyEvent> events)
    {
        List<CustodyEvent> kept = [.. events];
        return Check(evidence, sha256, kept) is { } broken
            ? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Link {broken.Number} of the custody of {evidence} is broken: {broken.Break}."))
            : new(evidence, sha256, kept);
    }

    public CustodyEvent Add(CustodyAct act, string actor, string? detail, TimeProvider clock) =>
        act != CustodyAct.Arrived ? Write(act, actor, detail, clock) : throw new ArgumentException("Evidence arrives once.", nameof(act));

    CustodyEvent Write(CustodyAct act, string actor, string? detail, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        // A clock that was set back does not turn the order round.
        var last = _events.Count == 0 ? at : _events[^1].At;
        var link = new CustodyEvent { Number = _events.Count + 1, At = at < last ? last : at, Actor = actor, Act = act, Detail = detail, Link = "" };
        _events.Add(link with { Link = Seal(_events.Count == 0 ? Root(Evidence, Sha256) : Head, link) });
        return _events[^1];
    }

    /// <summary>The first link that does not hold; null when all do.</summary>
    public static BrokenLink? Check(Guid evidence, string sha256, IReadOnlyList<CustodyEvent> events)
    {
        if (events.Count == 0)
        {
            return new(1, CustodyBreak.Empty);
        }

        var before = Root(evidence, sha256);
        for (var i = 0; i < events.Count; i++)
        {
            var link = events[i];
            CustodyBreak? wrong = link.Number != i + 1 ? CustodyBreak.Order
                : !string.Equals(link.Link, Seal(before, link), StringComparison.Ordinal) ? CustodyBreak.Link
                : (i == 0) != (link.Act == CustodyAct.Arrived) ? CustodyBreak.Arrival
                : i > 0 && link.At < events[i - 1].At ? CustodyBreak.Time
                : null;
            if (wrong is { } broken)
            {
                return new(i + 1, broken);
            }

            before = link.Link;
        }

        return null;
    }

    static string Root(Guid evidence, string sha256) => Hash("beffroi-custody-1", evidence.ToString("D", CultureInfo.InvariantCulture), sha256);

    static string Seal(string before, CustodyEvent link) => Hash(
        before,
        link.Number.ToString(CultureInfo.InvariantCulture),
        link.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        link.Actor,
        link.Act.ToString(),
        link.Detail);

    // Each part goes with its length: no two lists of parts make the same bytes.
    static string Hash(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

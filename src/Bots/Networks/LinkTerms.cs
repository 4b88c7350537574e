using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>Addresses, found as they are written in one way (<see cref="CanonicalUrl"/>), and domains with all that is under them.</summary>
sealed class LinkTerms
{
    readonly Dictionary<string, Guid> _addresses = new(StringComparer.Ordinal);
    readonly Dictionary<string, Guid> _domains = new(StringComparer.Ordinal);

    public LinkTerms(IEnumerable<WatchTerm> terms)
    {
        foreach (var term in terms)
        {
            if (Host(term.Key) is { } host && host.Length + "https://".Length == term.Key.Length)
            {
                _domains.TryAdd(host, term.Id);
            }
            else
            {
                _addresses.TryAdd(term.Key, term.Id);
            }
        }
    }

    public bool IsEmpty => _addresses.Count + _domains.Count == 0;

    public Guid? Find(string address)
    {
        if (CanonicalUrl.Of(address) is not { } canonical)
        {
            return null;
        }

        if (_addresses.TryGetValue(canonical, out var term))
        {
            return term;
        }

        for (var host = Host(canonical); host is { Length: > 0 }; host = host.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? host[(dot + 1)..] : null)
        {
            if (_domains.TryGetValue(host, out term))
            {
                return term;
            }
        }

        return null;
    }

    static string? Host(string canonical)
    {
        if (!canonical.StartsWith("https://", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = canonical["https://".Length..];
        return rest.IndexOfAny(['/', '?', '#']) is >= 0 and var end ? rest[..end] : rest;
    }
}

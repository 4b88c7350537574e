using System.Collections.Concurrent;

namespace Beffroi.Accounts.OpenId;

/// <summary>The cards of the providers, asked for once an hour; sooner when a signature is by a key that is not known: keys change.</summary>
sealed class ProviderCards(ProviderLine line, TimeProvider clock)
{
    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Who sends false signatures does not make us ask each time.</summary>
    static readonly TimeSpan KeptAtLeast = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, ProviderCard> _byIssuer = new(StringComparer.Ordinal);

    public Task<ProviderCard> Of(ProviderSettings settings, CancellationToken ct) => Get(settings, Kept, ct);

    public Task<ProviderCard> Fresh(ProviderSettings settings, CancellationToken ct) => Get(settings, KeptAtLeast, ct);

    async Task<ProviderCard> Get(ProviderSettings settings, TimeSpan kept, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_byIssuer.TryGetValue(settings.Issuer, out var known) && now - known.ReadAt < kept)
        {
            return known;
        }

        return _byIssuer[settings.Issuer] = await ProviderCard.Read(settings, url => line.Get(url, ct), now);
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>Accounts as an instance of Mastodon knows them (docs.joinmastodon.org/methods/accounts, read November 2026), named everywhere by name and host.</summary>
sealed partial class MastodonPeople(SourcesSetup setup, MastodonSetup instance, TimeProvider clock) : IDisposable
{
    const int PageSize = 80;

    readonly NetworkCalls _calls = new(setup, clock, instance.Token);
    readonly MessageReader _reader = new(new() { Network = Network.Mastodon });

    /// <summary>One question each; those that are not there are left out.</summary>
    public async Task<FoundPeople> Profiles(IReadOnlyList<string> addresses, CancellationToken ct)
    {
        List<(Account, int)> found = [];
        foreach (var address in addresses)
        {
            if ((await Look(address, ct)).Account is { } account)
            {
                found.Add((account, 0));
            }
        }

        return new(found, addresses.Count);
    }

    public async Task<FoundPeople> Followers(string address, int most, CancellationToken ct)
    {
        var requests = 1;
        if ((await Look(address, ct)).LocalId is not { } id)
        {
            return new([], requests);
        }

        List<Account> found = [];
        for (var next = $"/api/v1/accounts/{id}/followers?limit={PageSize}"; next is not null && found.Count < most;)
        {
            var (body, headers) = await _calls.GetWithHeaders(setup.Address("http", instance.Host, next), ct);
            requests++;
            found.AddRange(Read(body));
            // Only a page of the same list on the same host: an address is never followed elsewhere.
            next = headers.TryGetValues("Link", out var links) && NextPage().Match(string.Join(',', links)) is { Success: true } match
                ? $"/api/v1/accounts/{id}/followers?limit={PageSize}&max_id={match.Groups["max"].Value}" : null;
        }

        return new([.. found.DistinctBy(a => a.Id, StringComparer.Ordinal).Take(most).Select(a => (a, 0))], requests);
    }

    public void Dispose() => _calls.Dispose();

    async Task<(string? LocalId, Account? Account)> Look(string address, CancellationToken ct)
    {
        try
        {
            var body = await _calls.Get(setup.Address("http", instance.Host, "/api/v1/accounts/lookup?acct=" + Uri.EscapeDataString(address)), ct);
            using var document = PostFacts.Parse(body);
            var id = document is null ? null : PostFacts.Text(document.RootElement, "id");
            return id is not null && id.All(char.IsAsciiLetterOrDigit) ? (id, Read(body).FirstOrDefault()) : (null, null);
        }
        catch (SourceTroubleException trouble) when (trouble is { Error: SourceError.BadAnswer, Detail: "404" or "410" })
        {
            return (null, null);
        }
    }

    IEnumerable<Account> Read(byte[] body)
    {
        var now = clock.GetUtcNow();
        return _reader.Accounts(body).Select(s => s.Value?.Account).OfType<Account>().Where(a => a.Handle is not null)
            .Select(a => MastodonStatus.Full(a.Handle!, instance.Host) is var full ? a with { Id = full, Handle = full, ObservedAt = now } : a);
    }

    [GeneratedRegex(@"<[^>]*[?&]max_id=(?<max>[0-9A-Za-z_-]{1,64})[^>]*>;\s*rel=""next""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NextPage();
}

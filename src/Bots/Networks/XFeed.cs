using System.Globalization;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;

namespace Beffroi.Bots.Networks;

/// <summary>Posts of X by its API v2, with the operator's key (docs.x.com, read August and November 2026): recent search for what came before, then the filtered stream;
/// where its one connection is taken, searches go on.</summary>
sealed class XFeed(SourcesSetup setup, TimeProvider clock, SourceSettings settings, Guid source, Matching matching)
{
    const int PageSize = 100;

    /// <summary>Recent search goes back seven days, and its query has 512 signs.</summary>
    const int SearchLength = 512;

    readonly XPosts _posts = new(matching);
    readonly XRules _rules = new(setup.X, source);
    string? _last;

    public async IAsyncEnumerable<Arrival> Read(string? from, DateTimeOffset? stoppedAt, [EnumeratorCancellation] CancellationToken ct)
    {
        _last = from;
        var token = setup.X.BearerToken is { Length: > 0 } key && setup.X.MonthlyCents > 0 ? key : throw new SourceTroubleException(SourceError.NoKey);
        var rules = _rules.Of(matching.Terms.Terms);
        using var calls = new NetworkCalls(setup, clock, token);
        if (from is not null || settings.BackfillHours is not null)
        {
            // X answers for seven days: what came out before that is missing.
            if (from is not null && stoppedAt < clock.GetUtcNow().AddDays(-7))
            {
                yield return new() { Notice = SourceError.Gap };
            }

            await foreach (var told in Search(calls, from, ct))
            {
                yield return told;
            }
        }

        await Sync(calls, rules, ct);
        using var response = await Stream(calls, ct);
        if (response is null)
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(setup.X.PollSeconds), clock, ct);
                await foreach (var told in Search(calls, _last, ct))
                {
                    yield return told;
                }
            }
        }

        await using var body = await response.Content.ReadAsStreamAsync(ct);
        await using var lines = new StreamLines(body, calls.Silence, clock).Read(ct).GetAsyncEnumerator(ct);
        while (await Next(lines, ct))
        {
            // An empty line keeps the connection alive.
            if (lines.Current is { } line && line.Span.IndexOfAnyExcept(" \r\t"u8) < 0)
            {
                continue;
            }

            if (lines.Current is { } json && json.Span.StartsWith("{\"errors\""u8))
            {
                throw new SourceTroubleException(SourceError.Closed);
            }

            yield return lines.Current is { } message && _posts.Read(message, asked: true) is { } told ? Priced(told) : new() { Broken = 1 };
        }

        throw new SourceTroubleException(SourceError.Closed);
    }

    Task Sync(NetworkCalls calls, IReadOnlyList<string> rules, CancellationToken ct)
    {
        var address = setup.Address("http", setup.X.Host, "/2/tweets/search/stream/rules");
        return _rules.Sync(rules, cancel => calls.Get(address, cancel), (change, cancel) => calls.Post(address, JsonContent.Create(change), cancel), ct);
    }

    async Task<HttpResponseMessage?> Stream(NetworkCalls calls, CancellationToken ct)
    {
        try
        {
            return await calls.Open(HttpMethod.Get, setup.Address("http", setup.X.Host, "/2/tweets/search/stream?" + XPosts.Fields), null, ct);
        }
        catch (SourceTroubleException trouble) when (trouble is { Error: SourceError.TooManyRequests, Detail: NetworkCalls.TakenConnection })
        {
            return null;
        }
    }

    async IAsyncEnumerable<Arrival> Search(NetworkCalls calls, string? since, [EnumeratorCancellation] CancellationToken ct)
    {
        var start = since is not null ? "&since_id=" + since : "&start_time=" + Uri.EscapeDataString(clock.GetUtcNow().AddHours(-Math.Min(settings.BackfillHours ?? 0, SourceSettings.MostBackfillHours - 1)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        foreach (var query in new XRules(new() { RuleLength = SearchLength, MostRules = setup.X.MostRules }, source).Of(matching.Terms.Terms))
        {
            string? next = null;
            do
            {
                var page = next is null ? "" : "&next_token=" + Uri.EscapeDataString(next);
                var body = await calls.Get(setup.Address("http", setup.X.Host, $"/2/tweets/search/recent?query={Uri.EscapeDataString(query)}&max_results={PageSize}{start}{page}&{XPosts.Fields}"), ct);
                if (_posts.Read(body, asked: true) is { } told)
                {
                    // Pages come from the newest: until the last one is kept, the place to go on from stays where it was.
                    yield return Priced(told) with { Cursor = null };
                }

                using var document = PostFacts.Parse(body) ?? throw new SourceTroubleException(SourceError.BadAnswer);
                next = document.RootElement.TryGetProperty("meta", out var meta) ? PostFacts.Text(meta, "next_token") : null;
            }
            while (next is not null);
        }

        yield return new() { Cursor = _last };
    }

    Arrival Priced(Arrival told)
    {
        foreach (var id in told.Posts.Select(p => p.Post.Id))
        {
            _last = id.All(char.IsAsciiDigit) && (_last is null || id.Length > _last.Length || (id.Length == _last.Length && string.CompareOrdinal(id, _last) > 0)) ? id : _last;
        }

        return told with { Cursor = _last, Price = (long)told.Read * setup.X.PostPrice };
    }

    static async Task<bool> Next(IAsyncEnumerator<ReadOnlyMemory<byte>?> lines, CancellationToken ct)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (Exception wrong) when (wrong is not SourceTroubleException && SourceTroubleException.Of(wrong, ct) is { } trouble)
        {
#pragma warning disable MA0027 // Not the exception that was caught, but what it comes down to.
            throw trouble;
#pragma warning restore MA0027
        }
    }
}

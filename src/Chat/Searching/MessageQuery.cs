using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Searching;

/// <summary>What is looked for, as typed.</summary>
public sealed record SearchForm
{
    public string? Q { get; init; }
    public string? Room { get; init; }
    public string? Author { get; init; }
    public string? Organisation { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Level { get; init; }
    public string? Before { get; init; }
}

public sealed record Found(MessageView Message, string Room, IReadOnlyList<(string Text, bool Found)> Around);

/// <param name="Total">Of what this reader may read; <see cref="MessageQuery.MostCounted"/> when there are more.</param>
/// <param name="Older">The last message of the page, where others follow: an engine's own count of messages would say how many are hidden.</param>
public sealed record SearchAnswer(IReadOnlyList<Found> Found, int Total, Guid? Older);

/// <summary>Looks for messages among those that a reader may read: words, filters and rights are one query.</summary>
public sealed class MessageQuery(ChatDb db, Scopes scopes, IMessageSearch search, MessageReadings readings, RoomTitles titles, RoomPeople people, Naming naming)
{
    public const int PageSize = 20;
    public const int MostCounted = 500;

    /// <summary>Beyond, the index is asked about all rooms; the rights are asked for either way.</summary>
    const int MostRooms = 200;

    public async Task<SearchAnswer> Find(Seat seat, SearchForm form, Lang l, CancellationToken ct)
    {
        if (Wanted.Read(form.Q) is not { } wanted)
        {
            return new([], 0, null);
        }

        var readable = await Filter(seat, form, ct);
        var hits = search.Match(wanted, await Keys(seat, form, ct)).Join(readable, h => h.Id, m => m.Id, (h, m) => h);
        var total = await hits.Take(MostCounted).CountAsync(ct);
        var older = Guid.TryParse(form.Before, out var last) ? await hits.Where(h => h.Id == last).Select(h => (long?)h.Order).FirstOrDefaultAsync(ct) : null;
        var page = await (older is { } before ? hits.Where(h => h.Order < before) : hits).OrderByDescending(h => h.Order).Take(PageSize + 1).Select(h => new { h.Id, h.Order }).ToListAsync(ct);
        var shown = page.Take(PageSize).ToList();
        var ids = shown.ConvertAll(h => h.Id);
        var texts = await db.Messages.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Text, ct);
        var called = await readings.Called(seat.Reader, ids, ct);
        var views = (await readings.Of(seat.Reader, scopes.MessagesOf(seat.Reader).Where(m => ids.Contains(m.Id)), null, ct)).ToDictionary(v => v.Id);
        var rooms = views.Values.Select(v => v.RoomId).Distinct().ToList();
        var names = await titles.Of(await scopes.RoomsOf(seat.Reader).AsNoTracking().Where(r => rooms.Contains(r.Id)).ToListAsync(ct), seat, l, ct);
        return new([.. ids.Where(views.ContainsKey).Select(id => new Found(views[id], names[views[id].RoomId], wanted.Around(MessageText.Plain(called.GetValueOrDefault(id, CalledNames.None).In(texts[id])))))], total, page.Count > PageSize ? shown[^1].Id : null);
    }

    async Task<IQueryable<Message>> Filter(Seat seat, SearchForm form, CancellationToken ct)
    {
        var readable = scopes.MessagesOf(seat.Reader).Where(m => m.RemovedAt == null);
        if (Guid.TryParse(form.Room, out var room))
        {
            readable = readable.Where(m => m.RoomId == room);
        }

        if (Guid.TryParse(form.Organisation, out var organisation))
        {
            readable = readable.Where(m => m.OrganisationId == organisation);
        }

        if (await Authors(seat, form, ct) is { } authors)
        {
            // A name that is not shown is not found either.
            readable = naming.Signed(readable, seat.Reader).Where(m => authors.Contains(m.AuthorId!.Value));
        }

        if (DateOnly.TryParse(form.From, French.Culture, out var from))
        {
            var begins = French.Begins(from);
            readable = readable.Where(m => m.At >= begins);
        }

        if (DateOnly.TryParse(form.To, French.Culture, out var to) && to < DateOnly.MaxValue)
        {
            var ends = French.Begins(to.AddDays(1));
            readable = readable.Where(m => m.At < ends);
        }

        if (Enum.TryParse<Tlp>(form.Level, out var tlp) && Enum.IsDefined(tlp))
        {
            readable = readable.Where(m => db.Scopes.Any(s => s.Tlp == tlp && s.Id == (m.ScopeId ?? db.Rooms.Where(r => r.Id == m.RoomId).Select(r => r.ScopeId).First())));
        }

        return readable;
    }

    /// <summary>Those whose name was typed, among those whom the reader may know; null when nobody was asked for.</summary>
    async Task<List<Guid>?> Authors(Seat seat, SearchForm form, CancellationToken ct)
    {
        var name = (form.Author ?? "").Trim();
        return name.Length == 0 || !CleanText.IsClean(name) ? null
            : await people.Known(seat).Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new { m.AccountId, m.Name, Full = m.Name + ", " + o.Name })
                .Where(p => p.Name == name || p.Full == name).Select(p => p.AccountId).Distinct().ToListAsync(ct);
    }

    async Task<IReadOnlyList<IReadOnlyList<string>>> Keys(Seat seat, SearchForm form, CancellationToken ct)
    {
        var keys = new List<IReadOnlyList<string>>();
        if (Guid.TryParse(form.Room, out var room))
        {
            keys.Add([MessageKeys.Room(room)]);
        }
        else if (await scopes.RoomsOf(seat.Reader).Select(r => r.Id).Take(MostRooms + 1).ToListAsync(ct) is { Count: <= MostRooms } rooms)
        {
            keys.Add([.. rooms.Select(MessageKeys.Room)]);
        }

        if (Guid.TryParse(form.Organisation, out var organisation))
        {
            keys.Add([MessageKeys.Organisation(organisation)]);
        }

        if (await Authors(seat, form, ct) is { } authors)
        {
            keys.Add([.. authors.Select(MessageKeys.Author)]);
        }

        return keys;
    }
}

using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Searching;

/// <summary>Finds messages by their words, room, author, organisation, days and level.</summary>
public static class SearchMessages
{
    const int MostOffered = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Search(l), Show).ForSeated().Does("discussion.lire");
        }
    }

    static async Task<IResult> Show(string? q, string? room, string? author, string? organisation, string? from, string? to, string? level, string? before, HttpRequest request, Seated seated, ChatDb db, Scopes scopes, RoomTitles titles, RoomPeople people, MessageQuery query, Reads reads, CancellationToken ct)
    {
        var (l, seat) = (Langs.Of(request), seated.Seat);
        var form = new SearchForm { Q = q, Room = room, Author = author, Organisation = organisation, From = from, To = to, Level = level, Before = before };
        var answer = await query.Find(seat, form, l, ct);
        await reads.Note(seat, answer.Found.Select(f => f.Message), ct);
        var rooms = await scopes.RoomsOf(seat.Reader).AsNoTracking().OrderBy(r => r.Kind).ThenBy(r => r.Name).ThenBy(r => r.Language).ThenBy(r => r.Id).Take(MostOffered).ToListAsync(ct);
        var names = await titles.Of(rooms, seat, l, ct);
        var organisations = await db.Organisations.AsNoTracking().OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        return Html.View<SearchPage, SearchModel>(new()
        {
            L = l,
            Form = form,
            Answer = answer,
            Rooms = rooms.ConvertAll(r => new Dsfr.Option(r.Id.ToString(), r.Kind is RoomKind.Channel && r.Language is { } language ? $"{names[r.Id]} ({language.Code()})" : names[r.Id])),
            Organisations = seat.IsGuest ? [] : organisations.ConvertAll(o => new Dsfr.Option(o.Id.ToString(), o.Name)),
            People = seat.IsGuest ? [] : await people.List(people.Known(seat), MostOffered, ct),
        });
    }
}

public sealed record SearchModel
{
    public required Lang L { get; init; }
    public required SearchForm Form { get; init; }
    public required SearchAnswer Answer { get; init; }
    public required IReadOnlyList<Dsfr.Option> Rooms { get; init; }
    public required IReadOnlyList<Dsfr.Option> Organisations { get; init; }
    public required IReadOnlyList<KnownPerson> People { get; init; }

    public bool HasFilter => new[] { Form.Room, Form.Author, Form.Organisation, Form.From, Form.To, Form.Level }.Any(f => !string.IsNullOrEmpty(f));

    public string Next => Addresses.Search(L) + Microsoft.AspNetCore.Http.QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Form.Q, ["room"] = Form.Room, ["author"] = Form.Author, ["organisation"] = Form.Organisation, ["from"] = Form.From, ["to"] = Form.To, ["level"] = Form.Level,
        ["before"] = Answer.Older?.ToString(),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}

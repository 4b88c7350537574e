using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>Cases by name, for the modules that tie things to them.</summary>
public sealed class ReadableCases(Seats seats, CaseShelf shelf) : ICaseNames
{
    public async Task<IReadOnlyList<CaseName>> ReadableBy(CurrentUser user, CancellationToken ct) =>
        user.Accepted && await seats.Of(user.Id, ct) is { } seat
            ? [.. (await shelf.Views(seat.Reader, null, ct)).OrderByDescending(v => v.Events[^1].At).ThenBy(v => v.CaseId).Select(v => new CaseName(v.CaseId, v.State.Title, Addresses.Case(Lang.French, v.CaseId), Addresses.Case(Lang.English, v.CaseId)))]
            : [];

    public async Task<bool> LinkAd(CurrentUser user, Guid caseId, Guid line, string href, string label, CancellationToken ct)
    {
        if (!user.Accepted || await seats.Of(user.Id, ct) is not { } seat || await shelf.View(caseId, seat.Reader, ct) is not { } view)
        {
            return false;
        }

        // As widely as the case itself, and no more.
        var marking = new Marked { Tlp = view.State.Marking!.Tlp };
        return (await shelf.Write(caseId, seat, [new() { Id = line, Author = seat.Author, Marking = marking, Fact = new ThingLinked { Kind = ThingKind.Ad, Href = href, Label = label } }], ct)).IsDone;
    }
}

using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.LetterBox;

/// <summary>The letters of the site: what waits, what left, what did not. One is read without its secret link, and tried again.</summary>
public static class ListLetters
{
    const string Path = "/admin/courrier";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).For(Role.Superadmin);
        app.MapGet(Path + "/{id:guid}", ShowOne).For(Role.Superadmin);
        app.MapPost(Path + "/{id:guid}/reessayer", Retry).Does("courrier.reessayer").For(Role.Superadmin);
    }

    static async Task<IResult> Show(string? etat, int? page, AccountsDb db, MailSettings mail, CancellationToken ct)
    {
        var state = LetterStates.Read(etat);
        var rows = await (state is { } one ? In(db.Outbox, one) : db.Outbox).AsNoTracking().OrderByDescending(l => l.WrittenAt).ThenByDescending(l => l.Id).ToPage(page, ct);
        return Html.View<ListLettersPage, ListLettersModel>(new(rows, state, mail.Sends));
    }

    static IQueryable<OutboxLetter> In(IQueryable<OutboxLetter> letters, LetterState state) => state switch
    {
        LetterState.Waiting => letters.Where(l => l.SentAt == null && l.GivenUpAt == null),
        LetterState.Sent => letters.Where(l => l.SentAt != null),
        LetterState.GivenUp => letters.Where(l => l.SentAt == null && l.GivenUpAt != null),
    };

    static async Task<IResult> ShowOne(Guid id, string? fait, AccountsDb db, MailSettings mail, TimeProvider clock, CancellationToken ct) =>
        await db.Outbox.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct) is { } letter
            ? Html.View<ShowLetterPage, ShowLetterModel>(new(letter, LetterText.Shown(letter.Body, mail.Site), letter.CanBeTried(clock.GetUtcNow()), mail.Sends, fait is not null))
            : TypedResults.NotFound();

    // At once, and from the first try on: somebody has mended what was wrong. Beside the audit, as the delivery does: an update that only one can make.
    static async Task<IResult> Retry(Guid id, [FromForm] IFormCollection form, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Outbox.SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        if (letter.CanBeTried(now) && (letter.ClaimedUntil is null || letter.ClaimedUntil <= now))
        {
            var entry = db.Entry(letter);
            entry.Property(l => l.GivenUpAt).CurrentValue = null;
            entry.Property(l => l.NotBefore).CurrentValue = now;
            entry.Property(l => l.Tries).CurrentValue = 0;
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect($"{Path}/{id}?fait=reessayer");
    }
}

public static class LetterStates
{
    public static readonly IReadOnlyList<LetterState> All = Enum.GetValues<LetterState>();

    public static string Word(this LetterState state) => state switch
    {
        LetterState.Waiting => "attente",
        LetterState.Sent => "parties",
        LetterState.GivenUp => "echecs",
    };

    public static string Label(this LetterState state) => state switch
    {
        LetterState.Waiting => "En attente",
        LetterState.Sent => "Parti",
        LetterState.GivenUp => "Abandonné",
    };

    public static LetterState? Read(string? word)
    {
        var found = All.Where(s => string.Equals(s.Word(), word, StringComparison.Ordinal)).ToList();
        return found.Count == 0 ? null : found[0];
    }
}

public sealed record ListLettersModel(PageOf<OutboxLetter> List, LetterState? State, bool Sends);

public sealed record ShowLetterModel(OutboxLetter Letter, string Text, bool CanBeTried, bool Sends, bool Retried);

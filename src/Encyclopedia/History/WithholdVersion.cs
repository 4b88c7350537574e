using Beffroi.Encyclopedia.Checking;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.History;

/// <summary>A reviewer takes out of what is read a version that should not have been published, gives it back, or erases it for good.</summary>
public static class WithholdVersion
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapPost(Addresses.Entry(l, "{key}") + "/version/{number:int}/" + l.Say("retirer", "withhold"), Change).Does("encyclopedie.masquer").For();
        }
    }

    static async Task<IResult> Change(string key, int number, [FromForm] WithholdForm? form, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors) = (Langs.Of(request), new Errors());
        if (!await Reviewing.May(visitor.User, db, ct)
            || await db.Entries.IgnoreQueryFilters().SingleOrDefaultAsync(e => e.Key == key, ct) is not { } entry
            || await db.Versions.SingleOrDefaultAsync(v => v.EntryId == entry.Id && v.Number == number, ct) is not { } version)
        {
            return TypedResults.NotFound();
        }

        var withheld = await db.Withheld.SingleOrDefaultAsync(w => w.EntryId == entry.Id && w.Number == number, ct);
        var removal = new Removal { Entry = entry, Version = version, Words = form.Said, By = visitor.SignedIn.Id, Now = clock.GetUtcNow(), Language = l };
        switch (form.Act, withheld)
        {
            case ("show", { } held):
                await removal.GiveBack(held, db, ct);
                break;
            case ("erase", { } held):
                await removal.Erase([held], form.Proposals is not null, db, ct);
                break;
            case (not "show" and not "erase", null) when form.Check(l, errors):
                await removal.Withhold(form.Why, form.Erase is not null, form.Proposals is not null, db, ct);
                break;
            default:
                // Somebody did it already: the page says what became of it.
                break;
        }

        if (!errors.Any && !await Saved(db, ct))
        {
            errors.Add("", l.Say("Quelqu’un vient de publier ou de retirer une version. Relisez avant de recommencer.", "Somebody has just published or withheld a version. Read again before you go on."));
        }

        return errors.Any
            ? await ShowHistory.View(key, number, errors, StatusCodes.Status422UnprocessableEntity, form, l, db, visitor, people, ct)
            : TypedResults.LocalRedirect(Addresses.Version(l, key, number));
    }

    static async Task<bool> Saved(EncyclopediaDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}

public sealed record WithholdForm
{
    const int WordsMinLength = 3;
    public const int WordsMaxLength = 200;

    /// <summary><c>show</c> gives back, <c>erase</c> erases what is withheld; else it is withheld.</summary>
    public string? Act { get; init; }

    /// <summary>Public: why it is withheld.</summary>
    public string? Reason { get; init; }

    /// <summary>The words that had to go, wherever the entry repeats them; they are not kept.</summary>
    public string? Words { get; init; }

    /// <summary>Ticked: for good, at once.</summary>
    public string? Erase { get; init; }

    /// <summary>Ticked: proposals that repeat it are blanked too.</summary>
    public string? Proposals { get; init; }

    internal string Why => OneLine(Reason);

    internal string Said => OneLine(Words);

    internal bool Check(Lang l, Errors errors)
    {
        if (Why.Length is 0 or > VersionWithheld.ReasonMaxLength)
        {
            errors.Add("Reason", l.Say($"Dites pourquoi, en {VersionWithheld.ReasonMaxLength} caractères au plus, sans nommer personne", $"Say why, in {VersionWithheld.ReasonMaxLength} characters at most, and name nobody"));
        }
        else if (!EntryFaults.IsClean(Why))
        {
            errors.Add("Reason", EntryFaults.Unclean(l));
        }
        else if (Said.Length > 0 && Why.Contains(Said, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add("Reason", l.Say("La raison est publique : n’y mettez pas les mots à retirer", "The reason is public: leave out the words that must go"));
        }

        if (Said.Length is > 0 and < WordsMinLength or > WordsMaxLength)
        {
            errors.Add("Words", l.Say($"De {WordsMinLength} à {WordsMaxLength} caractères : moins se trouverait partout", $"From {WordsMinLength} to {WordsMaxLength} characters: less would be found everywhere"));
        }

        return !errors.Any;
    }

    static string OneLine(string? typed) => string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

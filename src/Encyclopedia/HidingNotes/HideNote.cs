using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.HidingNotes;

/// <summary>What somebody told everybody of how a practice went is public at once: a reviewer takes it away where it should not be. The run still counts.</summary>
public static class HideNote
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapPost(Addresses.HideNote(l, "{key}", "{run:guid}"), Hide).Does("encyclopedie.retirer-note").For();
        }
    }

    static async Task<IResult> Hide(string key, Guid run, [FromForm] IFormCollection form, HttpRequest request, EncyclopediaDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var user = visitor.SignedIn;
        if (!await Reviewing.May(user, db, ct) || await db.Uses.SingleOrDefaultAsync(u => u.Id == run && u.PublicNote != null && db.Entries.Any(e => e.Id == u.EntryId && e.Key == key), ct) is not { } use)
        {
            return TypedResults.NotFound();
        }

        (use.NoteHiddenAt, use.NoteHiddenBy) = (use.NoteHiddenAt ?? clock.GetUtcNow(), use.NoteHiddenBy ?? user.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Entry(Langs.Of(request), key));
    }
}

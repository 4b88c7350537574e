using Beffroi.Chat.Notifying;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.MySettings;

/// <summary>A member says what they are told, how and when; and may leave.</summary>
public static class ChangeSettings
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Settings(l), Show).ForMembers();
            app.MapPost(Addresses.Settings(l), Submit).Does("discussion.regler").ForMembers();
            app.MapPost(Addresses.Settings(l) + l.Say("/partir", "/leave"), Leave).Does("discussion.partir").ForMembers();
        }
    }

    static async Task<IResult> Show(string? fait, HttpRequest request, ChatDb db, Seated seated, Telling telling, CancellationToken ct)
    {
        var member = await Mine(db, seated).AsNoTracking().FirstAsync(ct);
        var follows = (await telling.FollowersOf(FollowingKind.Qualified, Guid.Empty, ct)).Contains(member.AccountId);
        return View(SettingsForm.Of(ChoicesJson.Read(member.Notices), member.Language, follows), new(), Langs.Of(request), seated.Seat, saved: fait is not null);
    }

    static async Task<IResult> Submit([FromForm] IFormCollection typed, HttpRequest request, ChatDb db, Seated seated, Telling telling, CancellationToken ct)
    {
        var (l, errors, form) = (Langs.Of(request), new Errors(), SettingsForm.Typed(typed));
        var member = await Mine(db, seated).FirstAsync(ct);
        if (form.Read(ChoicesJson.Read(member.Notices), l, errors) is not { } choices)
        {
            return View(form, errors, l, seated.Seat);
        }

        member.Notices = ChoicesJson.Write(choices);
        member.Language = string.Equals(form.Language, Lang.English.Code(), StringComparison.Ordinal) ? Lang.English : Lang.French;
        await db.SaveChangesAsync(ct);
        await telling.Follow(member.AccountId, FollowingKind.Qualified, Guid.Empty, form.FollowsQualified, ct);
        return TypedResults.LocalRedirect(Addresses.Settings(l) + "?fait=1");
    }

    static async Task<IResult> Leave([FromForm] LeaveForm? form, HttpRequest request, ChatDb db, Seated seated, Departures departures, CancellationToken ct)
    {
        if (!string.Equals(form?.Sure, "true", StringComparison.Ordinal))
        {
            return TypedResults.LocalRedirect(Addresses.Settings(Langs.Of(request)));
        }

        await departures.Leave(await Mine(db, seated).FirstAsync(ct), seated.Seat.AccountId, ct);
        return TypedResults.LocalRedirect(Addresses.Join(Langs.Of(request)));
    }

    static IQueryable<Member> Mine(ChatDb db, Seated seated) => db.Members.Where(m => m.AccountId == seated.Seat.AccountId && m.OrganisationId == seated.Seat.OrganisationId && m.LeftAt == null);

    static IResult View(SettingsForm form, Errors errors, Lang l, Seat seat, bool saved = false) =>
        Html.Form<ChangeSettingsPage, ChangeSettingsModel>(new(l, form, errors, seat.OrganisationName!, saved), errors);
}

public sealed record LeaveForm
{
    public string? Sure { get; init; }
}

public sealed record ChangeSettingsModel(Lang L, SettingsForm Form, Errors Errors, string Organisation, bool Saved);

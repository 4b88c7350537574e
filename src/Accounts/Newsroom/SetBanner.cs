using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Newsroom;

/// <summary>Announce something on every page of those signed in, from one day to another; take it back.</summary>
public static class SetBanner
{
    const string Path = "/admin/bandeau";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (TimeProvider clock) => View(new() { First = French.IsoDay(clock.GetUtcNow()), Last = French.IsoDay(clock.GetUtcNow().AddDays(7)) }, new())).For(Role.Superadmin);
        app.MapPost(Path, Submit).Does("bandeau.annoncer").For(Role.Superadmin);
        app.MapPost(Path + "/{id:guid}/retirer", Withdraw).Does("bandeau.retirer").For(Role.Superadmin);
    }

    static async Task<IResult> Submit([FromForm] BannerForm? form, AccountsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        var text = Typed.Line(form.Text, nameof(form.Text), Banner.TextMaxLength, errors);
        var first = Typed.Day(form.First, nameof(form.First), errors);
        var last = Typed.Day(form.Last, nameof(form.Last), errors);
        if (last < first)
        {
            errors.Add(nameof(form.Last), "Choisissez un dernier jour qui ne vient pas avant le premier");
        }

        if (errors.Any)
        {
            return View(form, errors);
        }

        var now = clock.GetUtcNow();
        db.Add(new Banner { Id = Guid.CreateVersion7(now), Text = text!, From = French.Begins(first!.Value), Until = French.Begins(last!.Value.AddDays(1)), WrittenBy = visitor.SignedIn.Id, WrittenAt = now });
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ShowNewsroom.Path);
    }

    static async Task<IResult> Withdraw(Guid id, [FromForm] IFormCollection form, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Banners.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } banner)
        {
            return TypedResults.NotFound();
        }

        banner.Until = clock.GetUtcNow() < banner.Until ? clock.GetUtcNow() : banner.Until;
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ShowNewsroom.Path);
    }

    static IResult View(BannerForm form, Errors errors) => Html.Form<SetBannerPage, SetBannerModel>(new(form, errors), errors);
}

public sealed record BannerForm
{
    public string? Text { get; init; }
    public string? First { get; init; }
    public string? Last { get; init; }
}

public sealed record SetBannerModel(BannerForm Form, Errors Errors);

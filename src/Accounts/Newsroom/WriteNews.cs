using System.Globalization;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Newsroom;

/// <summary>Write, publish, mend or remove an item of news.</summary>
public static class WriteNews
{
    const string New = ShowNewsroom.Path + "/nouvelle";
    const string One = ShowNewsroom.Path + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(New, (TimeProvider clock) => View(null, new() { Day = French.IsoDay(clock.GetUtcNow()) }, new())).For(Role.Superadmin);
        app.MapPost(New, Submit).Does("actualite.ecrire").For(Role.Superadmin);
        app.MapGet(One, Show).For(Role.Superadmin);
        app.MapPost(One, Change).Does("actualite.modifier").For(Role.Superadmin);
        app.MapPost(One + "/supprimer", Remove).Does("actualite.supprimer").For(Role.Superadmin);
    }

    static async Task<IResult> Show(Guid id, AccountsDb db, CancellationToken ct) =>
        await db.News.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is { } item
            ? View(id, new() { Kind = item.Kind.ToString(), Title = item.Title, Text = item.Text, Day = item.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Published = item.PublishedAt is null ? null : "true" }, new())
            : TypedResults.NotFound();

    static async Task<IResult> Submit([FromForm] NewsForm? form, AccountsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        if (form.Read(errors) is not { } words)
        {
            return View(null, form, errors);
        }

        db.Add(NewsItem.Write(words, visitor.SignedIn.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ShowNewsroom.Path);
    }

    static async Task<IResult> Change(Guid id, [FromForm] NewsForm? form, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        if (await db.News.SingleOrDefaultAsync(n => n.Id == id, ct) is not { } item)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (form.Read(errors) is not { } words)
        {
            return View(id, form, errors);
        }

        item.Say(words, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ShowNewsroom.Path);
    }

    static async Task<IResult> Remove(Guid id, [FromForm] IFormCollection form, AccountsDb db, CancellationToken ct)
    {
        if (await db.News.SingleOrDefaultAsync(n => n.Id == id, ct) is not { } item)
        {
            return TypedResults.NotFound();
        }

        db.Remove(item);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ShowNewsroom.Path);
    }

    static IResult View(Guid? id, NewsForm form, Errors errors) => Html.Form<WriteNewsPage, WriteNewsModel>(new(id, form, errors), errors);
}

public sealed record NewsForm
{
    public string? Kind { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }
    public string? Day { get; init; }
    public string? Published { get; init; }

    public NewsWords? Read(Errors errors)
    {
        var kind = Typed.Choice<NewsKind>(Kind, nameof(Kind), "Choisissez une nature", errors);
        var title = Typed.Line(Title, nameof(Title), NewsItem.TitleMaxLength, errors);
        var text = Typed.Text(Text, nameof(Text), NewsItem.TextMaxLength, errors);
        var day = Typed.Day(Day, nameof(Day), errors);
        return errors.Any ? null : new(kind!.Value, title!, text!, day!.Value, string.Equals(Published, "true", StringComparison.Ordinal));
    }
}

public sealed record WriteNewsModel(Guid? Id, NewsForm Form, Errors Errors);

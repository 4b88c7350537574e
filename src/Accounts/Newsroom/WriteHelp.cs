using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Newsroom;

/// <summary>Add, mend or remove a source of help.</summary>
public static class WriteHelp
{
    const string New = "/admin/aide/nouvelle";
    const string One = "/admin/aide/{id:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(New, () => View(null, new(), new())).For(Role.Superadmin);
        app.MapPost(New, Submit).Does("aide.ecrire").For(Role.Superadmin);
        app.MapGet(One, Show).For(Role.Superadmin);
        app.MapPost(One, Change).Does("aide.modifier").For(Role.Superadmin);
        app.MapPost(One + "/supprimer", Remove).Does("aide.supprimer").For(Role.Superadmin);
    }

    static async Task<IResult> Show(Guid id, AccountsDb db, CancellationToken ct) =>
        await db.HelpSources.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is { } source
            ? View(id, new() { Topic = source.Topic.ToString(), Kind = source.Kind.ToString(), Title = source.Title, Address = source.Address, Text = source.Text }, new())
            : TypedResults.NotFound();

    static async Task<IResult> Submit([FromForm] HelpForm? form, AccountsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        if (form.Read(errors) is not { } words)
        {
            return View(null, form, errors);
        }

        db.Add(HelpSource.Write(words, visitor.SignedIn.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ShowNewsroom.Path);
    }

    static async Task<IResult> Change(Guid id, [FromForm] HelpForm? form, AccountsDb db, CancellationToken ct)
    {
        form ??= new();
        if (await db.HelpSources.SingleOrDefaultAsync(h => h.Id == id, ct) is not { } source)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (form.Read(errors) is not { } words)
        {
            return View(id, form, errors);
        }

        source.Say(words);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ShowNewsroom.Path);
    }

    static async Task<IResult> Remove(Guid id, [FromForm] IFormCollection form, AccountsDb db, CancellationToken ct)
    {
        if (await db.HelpSources.SingleOrDefaultAsync(h => h.Id == id, ct) is not { } source)
        {
            return TypedResults.NotFound();
        }

        db.Remove(source);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ShowNewsroom.Path);
    }

    static IResult View(Guid? id, HelpForm form, Errors errors) => Html.Form<WriteHelpPage, WriteHelpModel>(new(id, form, errors), errors);
}

public sealed record HelpForm
{
    public string? Topic { get; init; }
    public string? Kind { get; init; }
    public string? Title { get; init; }
    public string? Address { get; init; }
    public string? Text { get; init; }

    public HelpWords? Read(Errors errors)
    {
        var topic = Typed.Choice<HelpTopic>(Topic, nameof(Topic), "Choisissez un sujet", errors);
        var kind = Typed.Choice<HelpKind>(Kind, nameof(Kind), "Choisissez une nature", errors);
        var title = Typed.Line(Title, nameof(Title), HelpSource.TitleMaxLength, errors);
        var address = Address?.Trim() is { Length: > 0 } typed ? typed : null;
        if (address is not null && (address.Length > HelpSource.AddressMaxLength || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)))
        {
            errors.Add(nameof(Address), "Saisissez une adresse qui commence par https://");
        }

        var text = string.IsNullOrWhiteSpace(Text) && address is not null ? null : Typed.Text(Text, nameof(Text), HelpSource.TextMaxLength, errors);
        return errors.Any ? null : new() { Topic = topic!.Value, Kind = kind!.Value, Title = title!, Address = address, Text = text };
    }
}

public sealed record WriteHelpModel(Guid? Id, HelpForm Form, Errors Errors);

using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Founding;

/// <summary>Enters a startup: its public card is there at once.</summary>
public static class CreateStartup
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.NewStartup, () => View(new(), new())).For(Role.Superadmin);
        app.MapPost(Addresses.NewStartup, Create).Does("incubateur.creer-startup").For(Role.Superadmin);
    }

    static async Task<IResult> Create([FromForm] StartupForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (errors, typed) = (new Errors(), form ?? new());
        var startup = typed.Read(clock.GetUtcNow(), errors);
        if (startup is not null && await db.Startups.AnyAsync(s => s.Slug == startup.Slug, ct))
        {
            errors.Add(nameof(typed.Slug), "Une startup a déjà cette adresse");
        }

        if (errors.Any)
        {
            return View(typed, errors);
        }

        db.Add(startup!);
        await db.KeepAct(startup!.Id, new(visitor.SignedIn.Id, clock.GetUtcNow()), "incubateur.creer-startup", null, $"{startup.Title} ({startup.Slug})", ct);
        return TypedResults.LocalRedirect(Addresses.Startup(startup.Slug));
    }

    static IResult View(StartupForm typed, Errors errors) => Html.Form<CreateStartupPage, CreateStartupModel>(new(typed, errors), errors);
}

public sealed record StartupForm
{
    public string? Title { get; init; }
    public string? Slug { get; init; }
    public string? Mission { get; init; }
    public string? Contact { get; init; }
    public string? Incubator { get; init; }
    public string? Sponsors { get; init; }
    public string? Link { get; init; }
    public string? Repository { get; init; }

    public Startup? Read(DateTimeOffset now, Errors errors)
    {
        var title = Typed.Text(Title, nameof(Title), Startup.NameMaxLength, "Écrivez le nom du service", errors);
        var slug = Typed.Slug(Slug, nameof(Slug), errors);
        var mission = Typed.Text(Mission, nameof(Mission), Startup.TextMaxLength, "Écrivez à quoi sert le service", errors);
        var contact = Typed.Email(Contact, nameof(Contact), Startup.NameMaxLength, errors);
        var incubator = Typed.Text(Incubator, nameof(Incubator), Startup.NameMaxLength, "Écrivez le nom de l’incubateur", errors);
        var sponsors = Typed.Optional(Sponsors, nameof(Sponsors), Startup.TextMaxLength, errors);
        var (link, repository) = (Typed.WebAddress(Link, nameof(Link), errors), Typed.WebAddress(Repository, nameof(Repository), errors));
        return errors.Any ? null : new() { Id = Guid.CreateVersion7(now), Slug = slug, Title = title, Mission = mission, Contact = contact, Incubator = incubator, Sponsors = sponsors?.ReplaceLineEndings("\n") ?? "", Link = link, Repository = repository };
    }
}

public sealed record CreateStartupModel(StartupForm Typed, Errors Errors);

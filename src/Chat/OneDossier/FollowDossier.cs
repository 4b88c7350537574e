using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Exchange;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.OneDossier;

/// <summary>One dossier that was sent: as it left, to be printed or taken as Markdown, and what the platform answered.</summary>
public static class FollowDossier
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Pattern(l), Show).ForMembers().Does("discussion.lire");
            app.MapGet(Pattern(l) + ".md", Take).ForMembers().Does("discussion.plateforme.emporter");
            app.MapPost(Pattern(l), Answer).Does("discussion.plateforme.repondre").ForMembers();
        }
    }

    static string Pattern(Lang l) => Addresses.Cases(l) + "/{id:guid}" + l.Say("/plateformes/", "/platforms/") + "{line:guid}";

    static async Task<IResult> Show(Guid id, Guid line, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s && Find(s, line) is { } dossier ? Page(s, dossier, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Take(Guid id, Guid line, HttpRequest request, CaseDesk desk, CaseReadings readings, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || Find(s, line) is not { } dossier)
        {
            return TypedResults.NotFound();
        }

        await readings.Note(s.View, s.Seat, ReadingAct.Exported, line, ct);
        return TypedResults.File(Encoding.UTF8.GetBytes(FileOf(s, dossier).Markdown(s.L)), CaseMarkdown.MediaType, $"{line}.md");
    }

    static async Task<IResult> Answer(Guid id, Guid line, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, TimeProvider clock, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || Find(s, line) is not { } dossier)
        {
            return TypedResults.NotFound();
        }

        var (form, errors, now) = (new Typed(typed), new Errors(), clock.GetUtcNow());
        var answer = form.Choice<PlatformAnswer>("Answer", errors, s.L);
        var at = form.At("AnsweredAt", errors, s.L) ?? now;
        if (at > now)
        {
            errors.Add("AnsweredAt", s.Say("Cette date n’est pas encore passée.", "This date has not passed yet."));
        }

        return !errors.Any && await desk.Write(s, form, errors, [new DossierAnswered { Dossier = line, Answer = answer, AnsweredAt = at, Text = form.Or("Text") }], ct) is not null
            ? TypedResults.LocalRedirect(Addresses.Dossier(s.L, id, line))
            : Page(s, dossier, form, errors);
    }

    static DossierFile? Find(CaseScreen s, Guid line) => s.State.Dossiers.Find(d => d.Sent.Id == line);

    static PlatformFile FileOf(CaseScreen s, DossierFile dossier) => new()
    {
        Platform = dossier.Sent.Fact.Platform, Rule = dossier.Sent.Fact.Rule, Text = dossier.Sent.Fact.Text, Accounts = dossier.Sent.Fact.Accounts, SentAt = dossier.Sent.Fact.SentAt,
        From = dossier.Sent.Author.Organisation is { } organisation ? s.Names.Organisation(organisation) : "",
        Evidence = [.. dossier.Sent.Fact.Evidence.Select(e => s.State.Evidence.Find(f => f.Kept.Id == e)?.Kept.Fact).OfType<EvidenceKept>()],
    };

    static IResult Page(CaseScreen s, DossierFile dossier, Typed form, Errors errors) =>
        Html.Form<FollowDossierPage, FollowDossierModel>(new(s, dossier, FileOf(s, dossier), form, errors), errors);
}

public sealed record FollowDossierModel(CaseScreen S, DossierFile Dossier, PlatformFile File, Typed Form, Errors Errors);

using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.WritingSection;

/// <summary>One of the five sections of the case file is written: its whole text, in place of the one before, which the log keeps.</summary>
public static class WriteSection
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = CasePart.Overview.Pattern(l) + l.Say("/fiche/{section}", "/section/{section}");
            app.MapGet(path, Show).ForSeated().Does("discussion.lire");
            app.MapPost(path, Write).Does("discussion.ecrire-dossier").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, string section, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        Sections.Read(section) is { } asked && await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, asked, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Write(Guid id, string section, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (Sections.Read(section) is not { } asked || await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        if (!string.Equals(form["Act"], "technique", StringComparison.Ordinal) && s.State.Sections.GetValueOrDefault(asked) is { } there && form.Id("After") != there.Id)
        {
            // Somebody wrote it meanwhile: what both typed is on the screen, and the second sending is meant.
            errors.Add("Text", s.Say("Quelqu’un a écrit cette section pendant ce temps : son texte est ci-dessous. Reprenez-le dans le vôtre, puis envoyez.", "Somebody wrote this section meanwhile: their text is below. Take it into yours, then send."));
            return Page(s, asked, form, errors);
        }

        CaseFact fact = string.Equals(form["Act"], "technique", StringComparison.Ordinal)
            ? new TechniqueNoted { Technique = form["Technique"].ToUpperInvariant(), Name = form.Or("TechniqueName"), Why = form["Why"], Shown = form.Ids("Shown") }
            : new SectionWritten { Section = asked, Text = form["Text"], Quotes = form.Ids("Quotes") };
        return await desk.Write(s, form, errors, [fact], ct) is not null ? TypedResults.LocalRedirect(Addresses.Case(s.L, id)) : Page(s, asked, form, errors);
    }

    static IResult Page(CaseScreen s, Section section, Typed form, Errors errors) => Html.Form<WriteSectionPage, WriteSectionModel>(new(s, section, form, errors), errors);
}

public sealed record WriteSectionModel(CaseScreen S, Section Section, Typed Form, Errors Errors);

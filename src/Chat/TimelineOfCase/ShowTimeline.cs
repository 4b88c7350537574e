using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.TimelineOfCase;

/// <summary>What happened and what was done, on two clocks: when it happened, when we knew.</summary>
public static class ShowTimeline
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Timeline.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Timeline.Pattern(l), Note).Does("discussion.ecrire-dossier").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, string? clock, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, string.Equals(clock, "knew", StringComparison.Ordinal) ? Clock.Knew : Clock.Happened, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Note(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var fact = new TimelineNoted { Text = form["Text"], Until = form.At("Until", errors, s.L), Shown = form.Ids("Shown") };
        return !errors.Any && await desk.Write(s, form, errors, [fact], ct) is not null
            ? TypedResults.LocalRedirect(CasePart.Timeline.Address(s.L, id))
            : Page(s, Clock.Happened, form, errors);
    }

    static IResult Page(CaseScreen s, Clock clock, Typed form, Errors errors) => Html.Form<TimelinePage, TimelineModel>(new(s, clock, CaseTimeline.Of(s.View, clock), form, errors), errors);
}

public sealed record TimelineModel(CaseScreen S, Clock Clock, IReadOnlyList<TimelineEntry> Entries, Typed Form, Errors Errors);

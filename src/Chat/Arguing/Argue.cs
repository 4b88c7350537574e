using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Arguing;

/// <summary>One argument a reply, each for, against, or a question.</summary>
public static class Argue
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Arguments.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Arguments.Pattern(l), Say).Does("discussion.argumenter").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, Guid? to, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, to, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Say(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var fact = new ArgumentMade { Stance = form.Choice<Stance>("Stance", errors, s.L), Text = form["Text"], Criterion = form.Or("Criterion"), ReplyTo = form.Id("ReplyTo"), Shown = form.Ids("Shown") };
        return !errors.Any && await desk.Write(s, form, errors, [fact], ct) is { } reply
            ? TypedResults.LocalRedirect(CasePart.Arguments.Address(s.L, id) + (reply.Written.Count > 0 ? $"#l-{reply.Written[^1].Id}" : ""))
            : Page(s, form.Id("ReplyTo"), form, errors);
    }

    static IResult Page(CaseScreen s, Guid? to, Typed form, Errors errors) =>
        Html.Form<ArguePage, ArgueModel>(new(s, s.State.Arguments.Find(a => a.Id == to), form, errors), errors);
}

/// <param name="To">The one that is replied to.</param>
public sealed record ArgueModel(CaseScreen S, Stated<ArgumentMade>? To, Typed Form, Errors Errors);

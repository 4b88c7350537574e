using Beffroi.Chat.Casework;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.TakingIn;

/// <summary>Cases that come in a file: ours as they were, those of other programs as near as a case can say them.</summary>
public static class ImportCases
{
    static readonly Tlp[] Levels = [Tlp.Green, Tlp.Amber, Tlp.AmberStrict, Tlp.Red];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Import(l), (HttpRequest request) => Page(Langs.Of(request), Typed.Nothing, new(), null)).ForMembers();
            app.MapPost(Addresses.Import(l), Take).Does("discussion.importer").ForMembers().WhileRecorded(ChatAssessment.Template).TakesFiles();
        }
    }

    static async Task<IResult> Take([FromForm] IFormCollection? typed, HttpRequest request, Seated seated, CaseIntake intake, BytesInHand hand, CancellationToken ct)
    {
        var (l, form, errors, seat) = (Langs.Of(request), new Typed(typed), new Errors(), seated.Seat);
        var tlp = form.Choice<Tlp>("Tlp", errors, l);
        var file = typed?.Files.GetFile("File");
        if (file is not { Length: > 0 })
        {
            errors.Add("File", l.Say("Choisissez un fichier.", "Choose a file."));
        }
        else if (file.Length > CaseIntake.MostBytes)
        {
            errors.Add("File", l.Say($"Ce fichier dépasse {CaseIntake.MostBytes / 1024 / 1024}\u00A0Mio.", $"This file is larger than {CaseIntake.MostBytes / 1024 / 1024} MiB."));
        }

        if (errors.Any)
        {
            return Page(l, form, errors, null);
        }

        using var held = await hand.Take(file!.Length, ct);
        var bytes = await BytesInHand.Read(file, ct);
        var marking = new Marked { Tlp = tlp, Audience = tlp is Tlp.Red ? Audience.OfPeople(seat.AccountId) : Audience.Of(seat.OrganisationId!.Value) };
        var taken = await intake.Take(bytes, file.FileName, seat, marking, l, errors, ct);
        return Page(l, form, errors, errors.Any ? null : taken);
    }

    static IResult Page(Lang l, Typed form, Errors errors, IReadOnlyList<TakenCase>? taken) =>
        Html.Form<ImportCasesPage, ImportCasesModel>(new(l, form, errors, taken, [.. Levels.Select(t => new Option(t.ToString(), $"{t.Label()}\u00A0— {t.Allows(l)}"))]), errors);
}

/// <param name="Taken">What became of the file; null before one was sent.</param>
public sealed record ImportCasesModel(Lang L, Typed Form, Errors Errors, IReadOnlyList<TakenCase>? Taken, IReadOnlyList<Option> Levels);

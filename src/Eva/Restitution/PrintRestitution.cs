using Beffroi.Eva.Paper;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Eva.Restitution;

/// <summary>The restitution as a tagged A4 PDF: the same page from the same model, without what is hidden by default. Without a Chromium, or when it fails, the page itself says how to print.</summary>
public static class PrintRestitution
{
    public static void Map(IEndpointRouteBuilder evaluations) => evaluations.MapGet("/{id:guid}/restitution.pdf", Print).For();

    static async Task<IResult> Print(Guid id, Visitor visitor, EvaDb db, IStructures structures, ChromiumPrinter printer, PaperDocument paper, HttpContext http, CancellationToken ct)
    {
        if (await ShowRestitution.Read(id, forPaper: true, visitor, db, structures, ct) is not { } model)
        {
            return TypedResults.NotFound();
        }

        if (!printer.IsThere || await printer.Print(await paper.Of<RestitutionPage, RestitutionModel>($"Résultats : {model.Name}", model), ct) is not { } pdf)
        {
            return Html.View<RestitutionPage, RestitutionModel>((await ShowRestitution.Read(id, forPaper: false, visitor, db, structures, ct))! with { NotPrinted = true }, StatusCodes.Status503ServiceUnavailable);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(pdf, "application/pdf", $"eva-{model.Evaluation.Beneficiary!.Code}.pdf");
    }
}

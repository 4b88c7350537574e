using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Entry;

/// <summary>The first page of a person who has a code on paper: <c>/eva</c>.</summary>
public static class EnterCode
{
    public static void Map(IEndpointRouteBuilder eva) => eva.MapGet("", Show).ForEveryone().RequireRateLimiting(EvaModule.EntryLimit);

    static async Task<IResult> Show(EvaDb db, CancellationToken ct, string? code = null)
    {
        var errors = new Errors();
        if (code is null)
        {
            return View("", errors);
        }

        var normal = CampaignCode.Normalise(code);
        if (normal.Length == 0)
        {
            errors.Add("code", "Tapez le code écrit sur votre papier. Exemple : BKT59000");
        }
        else if (await db.Campaigns.AnyAsync(c => c.Code == normal, ct))
        {
            return TypedResults.LocalRedirect($"~/eva/{normal}");
        }
        else if (await db.Beneficiaries.AnyAsync(b => b.Code == normal, ct))
        {
            return TypedResults.LocalRedirect($"~/eva/reprendre?code={normal}");
        }
        else
        {
            errors.Add("code", "Ce code n’existe pas. Regardez votre papier et tapez le code à nouveau");
        }

        return View(code, errors);
    }

    static IResult View(string code, Errors errors) => Html.Form<EnterCodePage, EnterCodeModel>(new(code, errors), errors);
}

public sealed record EnterCodeModel(string Code, Errors Errors);

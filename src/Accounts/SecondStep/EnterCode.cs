using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SecondStep;

/// <summary>After a password: the code of the telephone, or one kept on paper.</summary>
public static class EnterCode
{
    const string Refused = "Ce code ne convient pas. Un code sert une seule fois. Après 5 essais, le compte se bloque pendant 10 minutes";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Halfway.Url, (HttpContext context) => Halfway.Cookie.Read(context) is null ? TypedResults.LocalRedirect("/connexion") : View(new())).ForEveryone();
        app.MapPost(Halfway.Url, Submit).Does("connexion.code").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Submit([FromForm] EnterCodeForm? form, HttpContext context, AccountsDb db, SecondFactor second, Entrance entrance, CancellationToken ct)
    {
        var errors = new Errors();
        if (Halfway.Cookie.Read(context) is not { } halfway
            || await db.Users.SingleOrDefaultAsync(a => a.Id == halfway.AccountId && a.SecurityStamp == halfway.Stamp, ct) is not { } account
            || await entrance.IsClosed(account, ct))
        {
            return TypedResults.LocalRedirect("/connexion");
        }

        if (!await second.Takes(account, form?.Code, ct))
        {
            errors.Add(nameof(EnterCodeForm.Code), Refused);
            return View(errors);
        }

        Halfway.Cookie.Take(context);
        await entrance.Open(account, halfway.Way);
        return TypedResults.LocalRedirect(halfway.ReturnTo);
    }

    static IResult View(Errors errors) => Html.Form<EnterCodePage, EnterCodeModel>(new(errors), errors);
}

public sealed record EnterCodeForm
{
    public string? Code { get; init; }
}

public sealed record EnterCodeModel(Errors Errors);

using Beffroi.Eva.Norming;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.NormsBoard;

/// <summary>A norm as it was published, with what was said of it since.</summary>
public static class ShowNorm
{
    public static void Map(IEndpointRouteBuilder norms)
    {
        norms.MapGet("/{scope}/{number:int}", (string scope, int number, EvaDb db, Visitor visitor, IStructures structures, CancellationToken ct) => View(scope, number, new(), new(), db, visitor, structures, ct)).For(Role.Superadmin);
        norms.MapPost("/{scope}/{number:int}", Review).Does("norme.relire").For(Role.Superadmin);
    }

    static async Task<IResult> Review(string scope, int number, [FromForm] ReviewForm? sent, EvaDb db, Visitor visitor, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(scope, number, db, visitor, ct) is not { } norm)
        {
            return TypedResults.NotFound();
        }

        // A form of which no field came is no form to the framework.
        var (form, errors) = (sent ?? new(), new Errors());
        return await ReviewKeeping.Add(db, ScientificReview.Of(norm), form, visitor.SignedIn, clock, errors, ct)
            ? TypedResults.LocalRedirect($"~/eva/normes/{scope}/{number}#relectures")
            : await View(scope, number, form, errors, db, visitor, structures, ct);
    }

    static async Task<IResult> View(string scope, int number, ReviewForm form, Errors errors, EvaDb db, Visitor visitor, IStructures structures, CancellationToken ct)
    {
        if (await Find(scope, number, db, visitor, ct) is not { } norm || NormScope.Find(scope) is not { } about)
        {
            return TypedResults.NotFound();
        }

        return Html.Form<ShowNormPage, ShowNormModel>(
            new()
            {
                Scope = about,
                Norm = norm,
                Statistics = norm.Statistics,
                Author = (await structures.People([norm.AuthorId], ct)).GetValueOrDefault(norm.AuthorId, "Compte supprimé"),
                Reviews = await ReviewKeeping.Of(db, ScientificReview.Of(norm), visitor.SignedIn, structures, ct),
                Form = form,
                Errors = errors,
            },
            errors);
    }

    static Task<NormVersion?> Find(string scope, int number, EvaDb db, Visitor visitor, CancellationToken ct) =>
        db.NormVersions.AsNoTracking().VisibleTo(visitor.SignedIn).SingleOrDefaultAsync(n => n.Scope == scope && n.Number == number, ct);
}

public sealed record ShowNormModel
{
    public required NormScope Scope { get; init; }
    public required NormVersion Norm { get; init; }
    public required NormStatistics Statistics { get; init; }
    public required string Author { get; init; }
    public required IReadOnlyList<(ScientificReview, string)> Reviews { get; init; }
    public required ReviewForm Form { get; init; }
    public required Errors Errors { get; init; }
}

using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Beffroi.Ads.ShowingPictures;

/// <summary>Our copy of a picture: to everybody once an ad shows it, before that to those who review.</summary>
public static class GetPicture
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Addresses.French + "/image/{id:guid}", Get).ForEveryone().ExcludeFromDescription();

    static async Task<IResult> Get(Guid id, HttpContext http, AdsDb db, Visitor visitor, CancellationToken ct)
    {
        var isPublic = await db.Ads.Public().AnyAsync(a => a.PictureId == id, ct);
        if ((!isPublic && !await Reviewing.May(visitor.User, db, ct)) || await db.Pictures.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.MediaType, p.Sha256 }).SingleOrDefaultAsync(ct) is not { } picture)
        {
            return TypedResults.NotFound();
        }

        // Whatever the bytes are, the browser runs nothing of them and guesses no other type.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Asked again each time, for it may be hidden since; the bytes travel once.
        http.Response.Headers.CacheControl = isPublic ? "no-cache" : "private, no-store";
        var tag = new EntityTagHeaderValue($"\"{picture.Sha256}\"");
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return TypedResults.Bytes(await db.Pictures.AsNoTracking().Where(p => p.Id == id).Select(p => p.Bytes).SingleAsync(ct), picture.MediaType, entityTag: tag);
    }
}

using Beffroi.Chat.Evidence.Files;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Beffroi.Chat.Files;

/// <summary>A file of a message, to whoever may read that message: downloaded, never run in a page. Pictures that we could read ourselves are shown small.</summary>
public static class GetFile
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.French + "/fichier/{id:guid}", Download).ForSeated().Does("discussion.telecharger");
        app.MapGet(Addresses.French + "/fichier/{id:guid}/apercu", Preview).ForSeated();
    }

    static async Task<IResult> Download(Guid id, HttpResponse response, Seated seated, ChatDb db, Scopes scopes, Reads reads, Blobs blobs, CancellationToken ct)
    {
        if (await Find(id, seated, db, scopes, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (found.Level >= Tlp.Amber && found.AuthorId != seated.Seat.AccountId)
        {
            db.Add(reads.Line(seated.Seat, ReadingAct.Downloaded, id, found.CaseId, found.OrganisationId, found.AuthorId));
            await db.SaveChangesAsync(ct);
        }

        Wall(response);
        response.Headers.CacheControl = "private, no-store";
        response.ContentLength = found.File.Size;
        return TypedResults.Stream(body => blobs.CopyTo(found.File.Sha256, body, ct), found.File.Kind.MediaType(), found.File.Name);
    }

    static async Task<IResult> Preview(Guid id, HttpContext http, Seated seated, ChatDb db, Scopes scopes, Reads reads, Blobs blobs, CancellationToken ct)
    {
        if (await Find(id, seated, db, scopes, ct) is not { } found || !new FileView(id, found.File.Name, found.File.Kind, found.File.Size, found.File.Picture is not null).HasPreview)
        {
            return TypedResults.NotFound();
        }

        await reads.Note(seated.Seat, [new ReadThing(id, found.RoomId, found.Level, found.OrganisationId, found.AuthorId)], ct);
        Wall(http.Response);
        // Asked again each time, for a right may be gone; the bytes travel once.
        http.Response.Headers.CacheControl = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{found.File.Sha256}\"");
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        http.Response.ContentLength = found.File.Size;
        return TypedResults.Stream(body => blobs.CopyTo(found.File.Sha256, body, ct), found.File.Kind.MediaType(), entityTag: tag);
    }

    static async Task<Found?> Find(Guid id, Seated seated, ChatDb db, Scopes scopes, CancellationToken ct) => await (
        from f in db.Files.AsNoTracking()
        join m in scopes.MessagesOf(seated.Reader) on f.MessageId equals m.Id
        join r in db.Rooms on m.RoomId equals r.Id
        where f.Id == id && f.RemovedAt == null && m.RemovedAt == null
        select new Found(f, db.Scopes.Where(s => s.Id == (m.ScopeId ?? r.ScopeId)).Select(s => s.Tlp).First(), m.AuthorId, m.OrganisationId, r.CaseId, r.Id)).SingleOrDefaultAsync(ct);

    // Whatever the bytes are, the browser runs nothing of them and guesses no other type.
    static void Wall(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    sealed record Found(StoredFile File, Tlp Level, Guid? AuthorId, Guid? OrganisationId, Guid? CaseId, Guid RoomId);
}

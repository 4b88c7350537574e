using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beffroi.Chat;

public static class FormFiles
{
    /// <summary>Bytes of a form beside its files.</summary>
    const int Rest = 1024 * 1024;

    /// <summary>The form may weigh as much as the files of a message.</summary>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder route) =>
        route.WithMetadata(new RequestSizeLimitAttribute(Composing.MostBytes + Rest)).WithFormOptions(multipartBodyLengthLimit: Composing.MostBytes + Rest);
}

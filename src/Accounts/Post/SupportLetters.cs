using Beffroi.Accounts.Support;
using Beffroi.Kit;

namespace Beffroi.Accounts.Post;

static class SupportLetters
{
    public const string Kind = "reponse";

    /// <summary>The answer of the team. Whoever receives it may answer: letters come from an address that people read.</summary>
    public static Letter Answer(SupportRequest request, string answer, SiteIdentity site) => new()
    {
        Kind = Kind,
        To = request.Email ?? throw new InvalidOperationException("Nobody can be answered who left no address."),
        AccountId = request.AccountId,
        Subject = $"Votre demande {request.Reference} : {Letter.Quoted(request.Subject)}",
        Body = $"""
            Bonjour,

            Vous nous avez écrit le {French.Day(request.ReceivedAt)}. Voici notre réponse.

            {WithoutMarks(answer)}

            Une autre question ? Répondez à ce message, en gardant la référence {request.Reference}.

            {Letters.Sign(site)}
            """,
    };

    // Braces are the marks of our letters: typed ones would be taken for links.
    static string WithoutMarks(string typed) => typed.Replace('{', '(').Replace('}', ')');
}

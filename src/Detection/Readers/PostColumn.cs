namespace Beffroi.Detection;

/// <summary>What a column of a table of posts holds.</summary>
enum PostColumn
{
    Id, Author, AuthorName, Created, Text, Language, RepostOf, ReplyTo, QuoteOf, Source, Urls,
}

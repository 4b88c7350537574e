using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;

namespace Beffroi.Site.Tests;

/// <summary>Routes whose handlers are compiled late do and say what the framework's own do.</summary>
public sealed class LateRoutesTests
{
    const string Framework = "cadre", Late = "tard";

    [Theory, InlineData(Framework), InlineData(Late)]
    public async Task Filters_of_a_group_and_of_a_route_stand_around_the_handler_in_order(string by)
    {
        List<string> seen = [];
        await using var site = await Start(by, (app, get, _) =>
        {
            var group = app.MapGroup("/groupe").AddEndpointFilter(Filter("groupe"));
            get(group, "/{number:int}", (int number, string? word) => Add(seen, $"{number} {word}")).AddEndpointFilter(Filter("route")).AddEndpointFilter(Filter("dernier"));
        });

        for (var turn = 0; turn < 2; turn++)
        {
            seen.Clear();
            Assert.Equal("3 mot", await site.Client.GetStringAsync("/groupe/3?word=mot", TestContext.Current.CancellationToken));
            Assert.Equal(["groupe", "route 3", "dernier 3", "3 mot"], seen.Select(s => s.Replace("groupe 3", "groupe", StringComparison.Ordinal)));
        }

        Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Filter(string name) => (context, next) =>
        {
            seen.Add($"{name} {context.GetArgument<int>(0)}");
            return next(context);
        };
    }

    [Theory, InlineData(Framework), InlineData(Late)]
    public async Task A_route_says_its_method_its_attributes_and_that_its_form_is_to_be_proved(string by)
    {
        await using var site = await Start(by, (app, get, post) =>
        {
            get(app, "/lire/{id:guid}", Read);
            post(app, "/ecrire", Write);
        });
        var (read, write) = (site.Endpoint("/lire/{id:guid}"), site.Endpoint("/ecrire"));

        Assert.Equal(("HTTP: GET /lire/{id:guid} => Read", "HTTP: POST /ecrire => Write"), (read.DisplayName, write.DisplayName));
        Assert.Equal([nameof(Read)], read.Metadata.OfType<MethodInfo>().Select(m => m.Name));
        Assert.Equal("lecture", read.Metadata.GetMetadata<TagsAttribute>()?.Tags.Single());
        Assert.Null(read.Metadata.GetMetadata<IAntiforgeryMetadata>());
        Assert.True(write.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation);
        Assert.Equal("multipart/form-data", write.Metadata.GetRequiredMetadata<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().ContentTypes[0]);
    }

    [Theory, InlineData(Framework), InlineData(Late)]
    public async Task What_cannot_be_read_is_refused(string by)
    {
        await using var site = await Start(by, (app, get, _) => get(app, "/nombre", (int number) => $"{number}"));

        using var answer = await site.Client.GetAsync("/nombre?number=beaucoup", TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Theory, InlineData(Framework), InlineData(Late)]
    public async Task A_parameter_that_comes_from_nowhere_is_told_at_the_start(string by)
    {
        await using var site = await Start(by, (app, get, _) => get(app, "/", (StringReader unknown) => unknown.ReadToEnd()));

        Assert.Throws<InvalidOperationException>(() => site.Endpoint("/"));
    }

    [Fact]
    public async Task A_list_of_routes_that_is_asked_for_meanwhile_takes_no_filter_away()
    {
        Action meanwhile = () => { };
        await using var site = await Start(Late, (app, get, _) =>
        {
            var route = get(app, "/", () => "secret");
            ((IEndpointConventionBuilder)route).Add(_ => meanwhile());
            route.AddEndpointFilter((_, _) => ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status403Forbidden)));
        });
        var first = site.Endpoint("/");
        var http = site.Request();

        // Its first request comes while the list is made again.
        meanwhile = () => first.RequestDelegate!(http).GetAwaiter().GetResult();
        _ = site.Endpoint("/");

        Assert.Equal(StatusCodes.Status403Forbidden, http.Response.StatusCode);
    }

    [Fact]
    public async Task Many_first_requests_at_once_compile_one_handler()
    {
        var made = 0;
        await using var site = await Start(Late, (app, get, _) => get(app, "/", () => "oui").AddEndpointFilterFactory((_, next) =>
        {
            Interlocked.Increment(ref made);
            return next;
        }));

        Assert.Equal(0, made);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.Client.GetStringAsync("/", TestContext.Current.CancellationToken)));

        Assert.Equal((8, 1), (answers.Count(a => a == "oui"), made));
    }

    [Tags("lecture")]
    static string Read(Guid id) => id.ToString();

    static string Write([FromForm] string? word) => word ?? "";

    static string Add(List<string> seen, string text)
    {
        seen.Add(text);
        return text;
    }

    delegate RouteHandlerBuilder Mapping(IEndpointRouteBuilder app, string pattern, Delegate handler);

    static async Task<Running> Start(string by, Action<IEndpointRouteBuilder, Mapping, Mapping> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        if (by == Late)
        {
            map(app, LateRoutes.MapGet, LateRoutes.MapPost);
        }
        else
        {
            map(app, EndpointRouteBuilderExtensions.MapGet, EndpointRouteBuilderExtensions.MapPost);
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    sealed class Running(WebApplication app) : IAsyncDisposable
    {
        public HttpClient Client { get; } = app.GetTestClient();

        public RouteEndpoint Endpoint(string pattern) =>
            ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Single(e => e.RoutePattern.RawText == pattern);

        public HttpContext Request() => new DefaultHttpContext { RequestServices = app.Services };

        public ValueTask DisposeAsync()
        {
            Client.Dispose();
            return app.DisposeAsync();
        }
    }
}

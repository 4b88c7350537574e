using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Kit;

/// <summary>A page as a pure function: one model in, HTML out. It reads no database and no clock.</summary>
public abstract class View<TModel> : ComponentBase
{
    [Parameter, EditorRequired] public required TModel Model { get; set; }
}

public static class Html
{
    /// <summary>Answers with a page; <paramref name="status"/> is the HTTP status.</summary>
    public static IResult View<TView, TModel>(TModel model, int status = StatusCodes.Status200OK) where TView : View<TModel> =>
        new Framed(new RazorComponentResult<TView>(new { Model = model }) { StatusCode = status });

    /// <summary>A page of a form: 422 when something is to be corrected, with what was typed.</summary>
    public static IResult Form<TView, TModel>(TModel model, Errors errors) where TView : View<TModel> =>
        View<TView, TModel>(model, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    // All that is asked of a database is asked before: rendering waits for nothing.
    sealed class Framed(IResult page) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            await http.RequestServices.GetRequiredService<Surroundings>().Read(http.RequestAborted);
            await page.ExecuteAsync(http);
        }
    }
}

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>

// Values of enumerations that Swift does not see.
static const enum MHD_Result http_yes = MHD_YES, http_no = MHD_NO;
static const enum MHD_ValueKind http_headers = MHD_HEADER_KIND, http_parameters = MHD_GET_ARGUMENT_KIND;
static const enum MHD_ResponseMemoryMode http_copied = MHD_RESPMEM_MUST_COPY;

// MHD_start_daemon takes any number of arguments, which Swift does not call: this one listens on 127.0.0.1 alone, on a
// thread of its own, with small limits. Port 0 takes any that is free.
static inline struct MHD_Daemon *http_start(uint16_t port, MHD_AccessHandlerCallback handler, void *context) {
  struct sockaddr_in address;
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL, port, NULL, NULL, handler, context,
      MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
      MHD_OPTION_CONNECTION_LIMIT, 256u,
      MHD_OPTION_CONNECTION_TIMEOUT, 30u,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)32768,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_END);
}

// The port that the server listens on.
static inline uint16_t http_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}
